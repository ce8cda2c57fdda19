namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>The two things that are loaded, in their order: the directory names vendors of the catalog.</summary>
internal sealed record ConfigurationLoads(AdaptersLoad Adapters, DirectoryLoad Directory);
