using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>An option that must be an absolute http or https address.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpAddressAttribute() : ValidationAttribute("The {0} option must be an absolute http or https address.")
{
    /// <summary>Whether the option may be left out.</summary>
    public bool Optional { get; set; }

    public override bool IsValid(object? value) => value is Uri address ? Accepts(address) : value is null && Optional;

    public static bool Accepts(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
