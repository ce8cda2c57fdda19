using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Fhir.Search;

[OptionsValidator]
internal sealed partial class SearchOptionsValidator : IValidateOptions<SearchOptions>;
