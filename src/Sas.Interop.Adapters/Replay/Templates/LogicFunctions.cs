namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Conditions, comparisons and variables.</summary>
internal static class LogicFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("if", static call => call.Choose(!TemplateValue.IsFalsy(call[0]))) { MinArguments = 1, MaxArguments = 1, Use = TagUse.Block },
        new("unless", static call => call.Choose(TemplateValue.IsFalsy(call[0]))) { MinArguments = 1, MaxArguments = 1, Use = TagUse.Block },
        Comparison("eq", static (a, b) => TemplateValue.Equals(a, b)),
        Comparison("neq", static (a, b) => !TemplateValue.Equals(a, b)),
        Comparison("gt", static (a, b) => TemplateValue.Compare(a, b) > 0),
        Comparison("gte", static (a, b) => TemplateValue.Compare(a, b) >= 0),
        Comparison("lt", static (a, b) => TemplateValue.Compare(a, b) < 0),
        Comparison("lte", static (a, b) => TemplateValue.Compare(a, b) <= 0),
        Condition("not", 1, 1, static call => TemplateValue.IsFalsy(call[0])),
        Condition("and", 1, 16, static call => Enumerable.Range(0, call.Count).All(index => !TemplateValue.IsFalsy(call[index]))),
        Condition("or", 1, 16, static call => Enumerable.Range(0, call.Count).Any(index => !TemplateValue.IsFalsy(call[index]))),
        new("val", Value) { MinArguments = 1, MaxArguments = 1, Check = CheckVariable },
        new("assign", Assign) { MinArguments = 1, MaxArguments = 1, Use = TagUse.Block, Check = CheckVariable },
    ];

    /// <summary>Refuses a variable whose name already means something, which would print differently at different places.</summary>
    public static void CheckName(string? name)
    {
        if (name is not null && (name is "request" or "parameters" or "this" || TemplateFunctions.Find(name) is not null))
        {
            throw new TemplateFaultException($"The variable '{name}' has the name of something else.");
        }
    }

    private static TemplateFunction Comparison(string name, Func<object?, object?, bool> compare) =>
        Condition(name, 2, 2, call => compare(call[0], call[1]));

    private static TemplateFunction Condition(string name, int min, int max, Func<FunctionCall, bool> test) =>
        new(name, call => call.Choose(test(call))) { MinArguments = min, MaxArguments = max, Use = TagUse.Inline | TagUse.Block };

    private static object? Value(FunctionCall call)
    {
        var value = call[0] ?? call.Named("or") ?? call.Named("default");
        if (call.NamedText("assign") is not { } name)
        {
            return value;
        }

        call.Run.Variables[name] = value;
        return null;
    }

    private static object? Assign(FunctionCall call)
    {
        var (block, scope) = (call.Block, call.Scope);
        call.Run.Variables[call.Text(0)] = call.Run.Capture(() => block?.Write(scope, true));
        return null;
    }

    private static void CheckVariable(CallExpression call) => CheckName(call.Function.Name == "val" ? call.ConstantText("assign") : call.ConstantText(0));
}
