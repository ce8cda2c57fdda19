using System.Text;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary><c>POST /fhir/Practitioner</c> and <c>PUT /fhir/Practitioner?identifier=</c>: accounts of regulators by INT_R02.</summary>
internal sealed class RegulatorWrites(WriteDoor door, RegulatorKeeper keeper, BaseAddress baseAddress)
{
    private const string Type = nameof(Practitioner);

    public Task CreateAsync(HttpContext context)
    {
        RegulatorKey? unless = null;
        if (context.Request.Headers["If-None-Exist"] is { Count: > 0 } header)
        {
            var criterion = AccountCriterion.Read(string.Join('&', header.ToArray()));
            if (!criterion.IsSuccess)
            {
                return WriteDoor.WriteAsync(context, WriteRefusal.Of(criterion.Error.Code, $"If-None-Exist: {criterion.Error.Detail}"));
            }

            unless = criterion.Value;
        }

        return ReceiveAsync(context, state => keeper.CreateAsync(state, unless, context.RequestAborted));
    }

    public Task UpdateAsync(HttpContext context)
    {
        var criterion = AccountCriterion.Read(context.Request.QueryString.Value);
        if (!criterion.IsSuccess)
        {
            return WriteDoor.WriteAsync(context, WriteRefusal.Of(criterion.Error.Code, criterion.Error.Detail));
        }

        var (allows, isReadable) = VersionTags.Required(context.Request);
        return isReadable
            ? ReceiveAsync(context, state => keeper.UpdateAsync(criterion.Value, state, allows, context.RequestAborted))
            : WriteDoor.WriteAsync(context, WriteRefusal.Of(HubErrorCode.RequestInvalid, "If-Match holds versions such as W/\"3\"."));
    }

    private Task ReceiveAsync(HttpContext context, Func<RegulatorState, Task<RegulatorWritten>> write) => door.ReceiveAsync<Practitioner>(context, async written =>
    {
        var (state, faults) = RegulatorReader.Read(written.Resource);
        if (state is null)
        {
            return WriteRefusal.Of(faults);
        }

        var result = await write(state);
        if (Refusal(result.Verdict) is { } refusal)
        {
            return refusal;
        }

        await AnswerAsync(context, result);
        return null;
    });

    private static WriteRefusal? Refusal(RegulatorVerdict verdict) => verdict switch
    {
        RegulatorVerdict.Created or RegulatorVerdict.Changed or RegulatorVerdict.Unchanged => null,
        RegulatorVerdict.Duplicate => WriteRefusal.Of(HubErrorCode.Duplicate, "An active account has this identifier already; change that account by PUT.", $"{Type}.identifier"),
        RegulatorVerdict.PreconditionFailed => WriteRefusal.Of(HubErrorCode.PreconditionFailed, "The account is not there in the version that If-Match requires; nothing was written."),
        RegulatorVerdict.SeveralMatches => WriteRefusal.Of(HubErrorCode.MultipleMatches, "The identifiers lead to several active accounts; nothing was written.", $"{Type}.identifier"),
        RegulatorVerdict.Full => WriteRefusal.Of(HubErrorCode.BusinessRule, "No more accounts can be kept; nothing was written."),
        RegulatorVerdict.TooManyIdentifiers => WriteRefusal.Of(
            HubErrorCode.BusinessRule, $"The account would have had more than {RegulatorBounds.MostIdentifiers} identifiers; nothing was written.", $"{Type}.identifier"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unmapped verdict."),
    };

    private async Task AnswerAsync(HttpContext context, RegulatorWritten result)
    {
        var stored = result.Now ?? throw new InvalidOperationException("A write that was made leaves an account.");
        var response = context.Response;
        response.StatusCode = result.Verdict == RegulatorVerdict.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        response.Headers.Location = $"{baseAddress.Of(context.Request)}/{Type}/{stored.Id}";
        VersionTags.Write(response, stored);
        if (context.Request.Headers["Prefer"].ToString().Contains("return=minimal", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers["Preference-Applied"] = "return=minimal";
            return;
        }

        await FhirResponses.WriteAsync(context, Encoding.UTF8.GetBytes(stored.Content));
    }
}
