using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>Gathers what is wrong with a notice: form is told with 400, rules of the contract with 422 (CONTRACT §4.1).</summary>
internal sealed class NoticeFaults
{
    private readonly List<WriteFault> _faults = [];

    public IReadOnlyList<WriteFault> All => _faults;

    public void Missing(string path, string message) => _faults.Add(new WriteFault(HubErrorCode.RequestRequired, "Appointment." + path, message));

    public void Malformed(string path, string message) => _faults.Add(new WriteFault(HubErrorCode.RequestInvalid, "Appointment." + path, message));

    public void Refused(string path, string message) => _faults.Add(new WriteFault(HubErrorCode.BusinessRule, "Appointment." + path, message));
}
