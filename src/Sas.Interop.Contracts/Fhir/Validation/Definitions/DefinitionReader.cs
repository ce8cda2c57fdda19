using System.Collections.Frozen;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Reads definition files one after the other, within bounds.</summary>
internal sealed class DefinitionReader
{
    private const int MaxFiles = 5_000;
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int MaxDepth = 48;
    private const int MaxNodes = 1_000_000;
    private readonly Dictionary<string, Profile> _profiles = [];
    private readonly Dictionary<string, CodeList> _valueSets = [];
    private readonly Dictionary<string, CodeSystemCodes> _codeSystems = [];
    private int _files;

    /// <summary>Reads one file; the fault, or null.</summary>
    public HubError? Read(DefinitionFile file)
    {
        if (++_files > MaxFiles)
        {
            return new HubError(HubErrorCode.RequestTooLarge, $"There are more than {MaxFiles} definition files.");
        }

        if (file.Utf8.Length > MaxBytes)
        {
            return new HubError(HubErrorCode.RequestTooLarge, $"{file.Name}: longer than {MaxBytes} bytes.");
        }

        var findings = new Findings(1);
        if (new NodeReader(findings, MaxDepth, MaxNodes).Read(file.Utf8.Span) is { } root)
        {
            root.Type = root.TextOf("resourceType");
            if (!findings.HasErrors)
            {
                return ReadResource(file.Name, root);
            }
        }

        var first = findings.All.First().ToIssue();
        return new HubError(HubErrorCode.RequestInvalid, $"{file.Name}: {first.Location}: {first.English}");
    }

    public DefinitionIndex ToIndex() => new(_profiles.ToFrozenDictionary(), _valueSets.ToFrozenDictionary(), _codeSystems.ToFrozenDictionary());

    private HubError? ReadResource(string file, Node resource)
    {
        try
        {
            switch (resource.TextOf("resourceType"))
            {
                case "StructureDefinition":
                    var profile = ProfileReader.Read(resource);
                    _profiles[profile.Url] = profile;
                    break;
                case "ValueSet":
                    var list = CodeListReader.ReadValueSet(resource);
                    _valueSets[list.Url] = list;
                    break;
                case "CodeSystem":
                    var codes = CodeListReader.ReadCodeSystem(resource);
                    _codeSystems[codes.Url] = codes;
                    break;
                case "Bundle":
                    return resource.Children("entry").SelectMany(static entry => entry.Children("resource"))
                        .Select(inner => ReadResource(file, inner)).FirstOrDefault(static error => error is not null);
                default:
                    break;
            }

            return null;
        }
        catch (DefinitionException fault)
        {
            return new HubError(HubErrorCode.RequestInvalid, $"{file}: {fault.Message}");
        }
    }
}
