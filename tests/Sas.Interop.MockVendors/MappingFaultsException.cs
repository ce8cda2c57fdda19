namespace Sas.Interop.MockVendors;

/// <summary>A mapping folder that cannot be played; the message lists every fault.</summary>
internal sealed class MappingFaultsException : Exception
{
    public MappingFaultsException()
    {
    }

    public MappingFaultsException(string message)
        : base(message)
    {
    }

    public MappingFaultsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
