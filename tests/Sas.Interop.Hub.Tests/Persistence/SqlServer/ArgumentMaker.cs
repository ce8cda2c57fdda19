using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>
/// Makes stores and what they are called with, so that a new store is covered by being there. What may be missing, lists, flags and codes differ from profile to profile,
/// and so do the answers of delegates.
/// </summary>
internal sealed class ArgumentMaker(int profile, StoreRig rig)
{
    /// <summary>Enough for every value of the codes that stores decide on.</summary>
    public const int Profiles = 12;

    private const int Deepest = 8;

    private readonly NullabilityInfoContext _nullability = new();

    private bool IsSparse => profile % 2 == 1;

    public object? Make(ParameterInfo parameter, int depth = 0) =>
        IsSparse && IsNullable(_nullability.Create(parameter), parameter.ParameterType) ? null : Make(parameter.ParameterType, depth);

    public object? Make(Type type, int depth = 0) =>
        depth > Deepest ? null
        : Nullable.GetUnderlyingType(type) is { } inner ? Make(inner, depth)
        : Simple(type)
        ?? (typeof(Delegate).IsAssignableFrom(type) ? Delegated(type, depth)
            : ElementOf(type) is { } element ? Listed(type, element, depth)
            : Built(type, depth));

    private static bool IsNullable(NullabilityInfo info, Type type) =>
        Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && info.WriteState == NullabilityState.Nullable);

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments().Length == 1 && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0]
        : null;

    private object? Simple(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(int) ? 10
        : type == typeof(long) ? 10L
        : type == typeof(bool) ? profile / 2 % 2 == 0
        : type == typeof(double) ? 0.5
        : type == typeof(DateTimeOffset) ? rig.Time.GetUtcNow()
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(1)
        : type == typeof(CancellationToken) ? CancellationToken.None
        : type == typeof(Uri) ? new Uri("https://vendor.example/")
        : type == typeof(TimeProvider) ? rig.Time
        : type == typeof(StorageGuard) ? rig.Guard
        : type == typeof(IOutboxRouting) ? new OneDestination()
        : type.IsEnum ? Enum.GetValues(type).GetValue(profile % Enum.GetValues(type).Length)
        : Surrounding(type);

    /// <summary>What the host gives to every service.</summary>
    private static object? Surrounding(Type type)
    {
        if (!type.IsGenericType)
        {
            return null;
        }

        var of = type.GetGenericArguments();
        return type.GetGenericTypeDefinition() == typeof(Microsoft.Extensions.Logging.ILogger<>) ? Activator.CreateInstance(typeof(NullLogger<>).MakeGenericType(of))
            : type.GetGenericTypeDefinition() == typeof(IOptions<>) ? Activator.CreateInstance(typeof(OptionsWrapper<>).MakeGenericType(of), Activator.CreateInstance(of[0]))
            : null;
    }

    private Delegate Delegated(Type type, int depth)
    {
        var invoke = type.GetMethod("Invoke") ?? throw new InvalidOperationException(type.Name);
        var parameters = invoke.GetParameters().Select(static parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var result = invoke.ReturnType == typeof(void)
            ? (Expression)Expression.Empty()
            : Expression.Constant(Answer(invoke.ReturnType, depth + 1), invoke.ReturnType);
        return Expression.Lambda(type, result, parameters).Compile();
    }

    private object? Answer(Type type, int depth) =>
        type == typeof(Task) ? Task.CompletedTask
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
            ? typeof(Task).GetMethod(nameof(Task.FromResult))?.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [Make(type.GetGenericArguments()[0], depth)])
            : Make(type, depth);

    private object Listed(Type type, Type element, int depth)
    {
        var items = (IList)(Activator.CreateInstance(typeof(List<>).MakeGenericType(element)) ?? throw new InvalidOperationException(element.Name));
        if (element == typeof(IAppointmentFollower))
        {
            foreach (var follower in element.Assembly.GetTypes().Where(known => known.IsClass && element.IsAssignableFrom(known)).OrderBy(static known => known.Name, StringComparer.Ordinal))
            {
                items.Add(Make(follower, depth + 1));
            }
        }
        else if (!IsSparse)
        {
            items.Add(Make(element, depth + 1));
        }

        var array = Array.CreateInstance(element, items.Count);
        items.CopyTo(array, 0);
        return type.IsAssignableFrom(array.GetType()) ? array
            : type.IsAssignableFrom(items.GetType()) ? items
            : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), array) ?? items;
    }

    private object Built(Type type, int depth)
    {
        if (type.IsAbstract)
        {
            throw new AssertionException($"The tests know no {type}: teach it to {nameof(ArgumentMaker)}.");
        }

        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(made => made.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(static made => made.GetParameters().Length);
        var built = (constructor is null ? Activator.CreateInstance(type) : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter, depth + 1))]))
            ?? throw new InvalidOperationException(type.Name);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType != typeof(StorageSurroundings))
            {
                property.SetValue(built, IsSparse && IsNullable(_nullability.Create(property), property.PropertyType) ? null : Make(property.PropertyType, depth + 1));
            }
        }

        Fill(built, depth);
        return built;
    }

    /// <summary>Lists that an object has made for itself.</summary>
    private void Fill(object built, int depth)
    {
        foreach (var property in built.GetType().GetProperties().Where(static property => property.SetMethod is null && property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>) && property.GetValue(built) is IList { Count: 0 } list && !IsSparse)
            {
                list.Add(Make(property.PropertyType.GetGenericArguments()[0], depth + 1));
            }
        }
    }

    private sealed class OneDestination : IOutboxRouting
    {
        public IReadOnlyList<string> DestinationsOf(string kind) => ["platform"];
    }
}
