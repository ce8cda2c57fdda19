namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>A named function of the template language.</summary>
/// <param name="Name">Name in tags.</param>
/// <param name="Invoke">Gives the value; with a block it writes to the output and gives null.</param>
internal sealed record TemplateFunction(string Name, Func<FunctionCall, object?> Invoke)
{
    /// <summary>Fewest positional arguments.</summary>
    public int MinArguments { get; init; }

    /// <summary>Most positional arguments.</summary>
    public int MaxArguments { get; init; } = 16;

    /// <summary>Where the function may stand.</summary>
    public TagUse Use { get; init; } = TagUse.Inline;

    /// <summary>Looks at constant arguments at load; throws <see cref="TemplateFaultException"/>.</summary>
    public Action<CallExpression>? Check { get; init; }
}
