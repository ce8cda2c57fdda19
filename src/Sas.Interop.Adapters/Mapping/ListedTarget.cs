using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>One target of a pull whose list was read.</summary>
/// <typeparam name="TList">What the list gives.</typeparam>
/// <param name="Target">The target.</param>
/// <param name="Id">Its id at the vendor, fit for a path.</param>
/// <param name="List">What the list says of all targets of the pull.</param>
/// <param name="Window">The starts asked for.</param>
internal readonly record struct ListedTarget<TList>(PullTarget Target, string Id, TList List, TimeWindow Window);
