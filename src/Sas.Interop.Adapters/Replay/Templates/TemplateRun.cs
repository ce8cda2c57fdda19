using System.Text;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>One evaluation of a template: the clock reading it uses throughout, its variables, and its bounded output.</summary>
internal sealed class TemplateRun(DateTimeOffset now)
{
    private StringBuilder _output = new();
    private int _steps;

    /// <summary>The instant of this evaluation, to the millisecond.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    /// <summary>What <c>assign</c> and <c>val ... assign=</c> set.</summary>
    public Dictionary<string, object?> Variables { get; } = new(StringComparer.Ordinal);

    public void Append(string text)
    {
        if (_output.Length + text.Length > TemplateLimits.MaxOutput)
        {
            throw new TemplateFaultException($"The output is longer than {TemplateLimits.MaxOutput} characters.");
        }

        _output.Append(text);
    }

    public void Step()
    {
        if (++_steps > TemplateLimits.MaxSteps)
        {
            throw new TemplateFaultException($"The template takes more than {TemplateLimits.MaxSteps} steps.");
        }
    }

    /// <summary>Runs a part of the template and gives its text instead of writing it.</summary>
    public string Capture(Action write)
    {
        var outer = _output;
        _output = new StringBuilder();
        try
        {
            write();
            return _output.ToString();
        }
        finally
        {
            _output = outer;
        }
    }
}
