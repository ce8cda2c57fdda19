using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>The keys of one target: the public page's path, or the clinic's numbers, or both.</summary>
internal sealed record KeldocTarget
{
    public string? Type { get; init; }

    public string? Location { get; init; }

    public string? Slug { get; init; }

    public string? CabinetSlug { get; init; }

    public string? Clinic { get; init; }

    public string? Specialty { get; init; }

    public string? Cabinet { get; init; }

    public bool HasPage => Type is not null && Location is not null && Slug is not null;

    public static Outcome<KeldocTarget> Of(PullTarget target)
    {
        var read = new KeldocTarget
        {
            Type = target.Key("type"),
            Location = target.Key("location"),
            Slug = target.Key("slug"),
            CabinetSlug = target.Key("cabinetSlug"),
            Clinic = target.Key("clinic"),
            Specialty = target.Key("specialty"),
            Cabinet = target.Key("cabinet"),
        };
        if (read.Clinic is null && !read.HasPage)
        {
            return DirectoryKeys.Missing(read.Type is null ? "clinic" : read.Location is null ? "location" : "slug");
        }

        if (read is { HasPage: false, Specialty: null })
        {
            return DirectoryKeys.Missing("specialty");
        }

        foreach (var (name, value) in new[] { ("clinic", read.Clinic), ("specialty", read.Specialty), ("cabinet", read.Cabinet) })
        {
            if (value is not null && !KeldocMapper.IsNumber(value))
            {
                return new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory's '{name}' is not a number.");
            }
        }

        return read;
    }
}
