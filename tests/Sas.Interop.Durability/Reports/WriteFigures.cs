using Sas.Interop.Durability.Writing;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Durability.Reports;

/// <summary>What is kept of the write runs of one database.</summary>
/// <param name="Results">With and without the flush.</param>
/// <param name="Machine">Where they were measured.</param>
internal sealed record WriteFigures(IReadOnlyList<WritesResult> Results, MachineFacts Machine);
