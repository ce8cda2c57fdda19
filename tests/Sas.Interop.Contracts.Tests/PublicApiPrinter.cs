using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sas.Interop.Contracts.Tests;

/// <summary>Prints what others can see of an assembly, one line a type or member, in an order that depends on names alone.</summary>
internal sealed class PublicApiPrinter
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private readonly NullabilityInfoContext _nullability = new();

    public IEnumerable<string> Print(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal).SelectMany(type => (IEnumerable<string>)[Header(type), .. Members(type)]);

    private IEnumerable<string> Members(Type type) =>
        (type.IsEnum ? EnumValues(type) : type.GetMembers(Declared).Where(IsVisible).Select(Member).OfType<string>())
        .Order(StringComparer.Ordinal).Select(static line => "  " + line);

    private static IEnumerable<string> EnumValues(Type type) =>
        Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = type.GetInterfaces().Where(static part => part.IsPublic || part.IsNestedPublic).Select(static part => Name(part)).Order(StringComparer.Ordinal);
        var parents = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? bases.Prepend(Name(parent)) : bases;
        var flags = type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : string.Empty;
        var heirs = type.IsEnum ? string.Empty : string.Join(", ", parents);
        return $"{flags}{kind} {type.Namespace}.{Name(type)}{(heirs.Length > 0 ? " : " + heirs : string.Empty)}";
    }

    /// <summary>Public, or protected in a type that can be derived from; not what the compiler wrote for a record.</summary>
    private static bool IsVisible(MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => false,
        MethodInfo { IsSpecialName: true } method => method.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => IsVisible(method),
        FieldInfo field => field.IsPublic,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        _ => member is EventInfo,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || (method.DeclaringType is { IsSealed: false } && (method.IsFamily || method.IsFamilyOrAssembly));

    private string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{Name(_nullability.Create(method.ReturnParameter))} {method.Name}{Arguments(method)}({Parameters(method)})",
        FieldInfo field => $"{(field.IsLiteral ? "const" : "static")} {Name(_nullability.Create(field))} {field.Name}{(field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : string.Empty)}",
        PropertyInfo property => Property(property),
        EventInfo happening => $"event {happening.Name}",
        _ => null,
    };

    private string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var texts = accessors.Select(accessor => accessor == property.GetMethod ? "get" : IsInit(accessor) ? "init" : "set");
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : string.Empty;
        var index = string.Join(", ", property.GetIndexParameters().Select(Parameter));
        return $"{Modifiers(accessors[0])}{required}{Name(_nullability.Create(property))} {property.Name}{(index.Length > 0 ? $"[{index}]" : string.Empty)} {{ {string.Join("; ", texts)} }}";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Modifiers(MethodInfo method) =>
        (method.IsStatic ? "static " : string.Empty) + (method.IsFamily ? "protected " : string.Empty)
        + (method.IsAbstract && method.DeclaringType is { IsInterface: false } ? "abstract " : method.IsVirtual && !method.IsFinal && method.DeclaringType is { IsSealed: false, IsInterface: false } ? "virtual " : string.Empty);

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : string.Empty;

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var way = parameter switch { { IsOut: true } => "out ", { IsIn: true } => "in ", { ParameterType.IsByRef: true } => "ref ", _ => string.Empty };
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : string.Empty;
        return $"{many}{way}{Name(_nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : string.Empty)}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static string Name(NullabilityInfo info) =>
        Name(info.Type, info) + (!info.Type.IsValueType && info is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable, Type.IsValueType: false } ? "?" : string.Empty);

    private static string Name(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef || type.IsArray)
        {
            // A type that is by reference or an array always has an element type.
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : string.Empty);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        var arguments = type.GetGenericArguments();
        var names = info is { GenericTypeArguments.Length: > 0 } && info.GenericTypeArguments.Length == arguments.Length
            ? info.GenericTypeArguments.Select(Name)
            : arguments.Select(static argument => Name(argument));
        var bare = Keywords.GetValueOrDefault(type) ?? (type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType?.Name}.{type.Name}" : type.Name).Split('`')[0];
        return arguments.Length == 0 ? bare : $"{bare}<{string.Join(", ", names)}>";
    }
}
