using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Persistence;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
