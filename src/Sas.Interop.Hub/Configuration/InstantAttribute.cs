using System.ComponentModel.DataAnnotations;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Hub.Configuration;

/// <summary>An instant with its offset, between the years 2000 and 2100; null is allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InstantAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null || (value is string text && Instants.TryReadWithOffset(text, out var instant) && instant.Year is >= 2000 and < 2100);
}
