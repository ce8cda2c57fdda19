namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A template that cannot be compiled (at load: one fault of the file) or evaluated (at play: a 500 answer, as WireMock gives).</summary>
internal sealed class TemplateFaultException : Exception
{
    public TemplateFaultException()
    {
    }

    public TemplateFaultException(string message)
        : base(message)
    {
    }

    public TemplateFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
