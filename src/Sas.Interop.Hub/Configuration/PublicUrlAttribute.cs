using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Configuration;

/// <summary>An absolute http or https URL without user, query and fragment; null is allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PublicUrlAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null
        || (value is string { Length: <= 1_000 } text
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url is { Host.Length: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 });
}
