using System.Linq.Expressions;
using System.Reflection;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Reads and sets one property of a model type. Bound once per type: an init-only property has no other door from outside an initializer.</summary>
/// <typeparam name="T">The owner.</typeparam>
/// <typeparam name="TValue">Type of the property.</typeparam>
internal sealed class Accessor<T, TValue>
    where T : class
{
    private Accessor(PropertyInfo property)
    {
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        Get = property.GetMethod!.CreateDelegate<Func<T, TValue>>(); // Every property of the model has both accessors.
        Set = property.SetMethod!.CreateDelegate<Action<T, TValue>>(); // As above.
    }

    /// <summary>JSON name of the property.</summary>
    public string Name { get; }

    public Func<T, TValue> Get { get; }

    public Action<T, TValue> Set { get; }

    public static Accessor<T, TValue> To(Expression<Func<T, TValue>> property) => new((PropertyInfo)((MemberExpression)property.Body).Member);
}
