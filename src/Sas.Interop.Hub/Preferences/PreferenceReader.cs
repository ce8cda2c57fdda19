using System.Globalization;
using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Reads a whole declaration from a body; every fault is gathered with its path.</summary>
/// <param name="body">The body.</param>
/// <param name="owner">Whose it is: an association declares less.</param>
/// <param name="isKnown">Whether a vendor may be declared.</param>
internal sealed class PreferenceReader(ObjectReader body, OwnerKey owner, Func<string, bool> isKnown)
{
    private readonly FaultList _faults = body.Faults;

    /// <returns>The declaration; null when the body has faults.</returns>
    public PreferenceDocument? Read()
    {
        var document = new PreferenceDocument
        {
            RefusesSlots = Flag("refusesSlots"),
            ReorientationPackage = Flag("reorientationPackage") ?? false,
            DeclaredVendors = EditorList.Read(body, "declaredVendors", isKnown),
            Unavailabilities = new UnavailabilityReader(body).Read("unavailabilities"),
        };
        if (owner.Kind == OwnerKind.Association)
        {
            ForPractitioners("reorientationPackage", document.ReorientationPackage);
            ForPractitioners("declaredVendors", document.DeclaredVendors.Count > 0);
        }

        body.Close();
        return _faults.Count == 0 ? document : null;
    }

    private bool? Flag(string name)
    {
        var value = body.Find(name);
        if (value is null or { Kind: JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False })
        {
            return value is null or { Kind: JsonValueKind.Null } ? null : value.Kind == JsonValueKind.True;
        }

        _faults.Add(value, "Must be true, false or null.");
        return null;
    }

    private void ForPractitioners(string name, bool isSaid)
    {
        if (isSaid)
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"$.{name}"), 0, "Practitioners declare this; an association does not.");
        }
    }
}
