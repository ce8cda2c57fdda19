using System.Reflection;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>Every public method of everything in <c>Persistence</c> that uses the database, and all that it says to it.</summary>
internal static class StoreCalls
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. from type in typeof(HubContext).Assembly.GetTypes()
           where type.Namespace?.StartsWith(typeof(HubContext).Namespace ?? string.Empty, StringComparison.Ordinal) == true
           where type.GetConstructors().Any(static made => made.GetParameters().Any(static parameter => parameter.ParameterType == typeof(StorageGuard)))
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where !method.IsSpecialName && typeof(Task).IsAssignableFrom(method.ReturnType)
           where !method.GetParameters().Any(static parameter => parameter.ParameterType == typeof(StorageChange) || parameter.ParameterType == typeof(HubContext))
           orderby type.Name, method.Name, method.ToString()
           select method,
    ];

    /// <summary>The statements of all the ways that a method goes: nothing found, everything found, that with empty columns, and everything but what one of the queries asks for.</summary>
    public static async Task<IReadOnlyList<string>> RecordAsync(MethodInfo method)
    {
        var commands = new List<string>();
        Exception? stopped = null;
        var ends = false;
        for (var profile = 0; profile < ArgumentMaker.Profiles; profile++)
        {
            var texts = Texts(profile);
            var ways = new Queue<SqlScript>([new(true, false, texts), new(true, true, texts), new(false, false, texts)]);
            var missed = new HashSet<string>();
            while (ways.TryDequeue(out var script))
            {
                var failure = await PlayAsync(method, profile, script);
                ends |= failure is null;
                stopped ??= failure;
                foreach (var command in script.Commands.Where(command => command.Contains("SELECT", StringComparison.Ordinal) && missed.Add(command)))
                {
                    ways.Enqueue(new SqlScript(true, false, texts) { Missing = command });
                }

                commands.AddRange(script.Commands.Except(commands));
            }
        }

        return ends ? commands : throw new AssertionException($"{NameOf(method)} never comes to its end.", stopped);
    }

    public static string NameOf(MethodInfo method) =>
        $"{method.DeclaringType?.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(static parameter => parameter.Name).Where(static name => name != "cancellationToken"))})";

    // A way that real rows do not lead to ends in an exception, such as a single row that is missing; a query that cannot be translated is the defect that is looked for.
    private static async Task<Exception?> PlayAsync(MethodInfo method, int profile, SqlScript script)
    {
        var rig = new StoreRig(script);
        var maker = new ArgumentMaker(profile, rig);
        var store = maker.Make(method.DeclaringType ?? typeof(object));
        var arguments = method.GetParameters().Select(parameter => maker.Make(parameter)).ToArray();
        try
        {
            await ((Task?)method.Invoke(store, arguments) ?? Task.CompletedTask);
            return null;
        }
        catch (Exception failure) when (!failure.ToString().Contains("could not be translated", StringComparison.Ordinal))
        {
            return failure;
        }
    }

    /// <summary>Columns whose texts have a meaning.</summary>
    private static Dictionary<string, string> Texts(int profile)
    {
        var states = Enum.GetNames<OrientationState>();
        var kinds = Enum.GetNames<OrientationKind>();
        return new()
        {
            ["State"] = states[profile % states.Length],
            ["Kind"] = kinds[profile % kinds.Length],
            ["Content"] = "{}",
        };
    }
}
