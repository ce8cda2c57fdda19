using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>
/// The public page of a profile with the place named: <c>{speciality}/{city}/{profile}?pid=practice-{id}</c>. Links in the wild carry broken and tracking queries,
/// so that only the path of a given link is kept.
/// </summary>
internal static class DoctolibDeepLink
{
    public static Uri? Build(Uri root, PullTarget target, DoctolibProfile profile, DoctolibPlan plan)
    {
        var path = target.Key("page") ?? PathOf(target.BookingUrl, root) ?? Guess(target, profile, plan);
        if (path is null)
        {
            return target.BookingUrl;
        }

        var pid = Pid(plan);
        return PageLinks.Build(root, path, pid is null ? [] : [new("pid", pid)]);
    }

    private static string? PathOf(Uri? link, Uri root) =>
        link is { IsAbsoluteUri: true } && string.Equals(link.Host, root.Host, StringComparison.OrdinalIgnoreCase) ? link.AbsolutePath : null;

    private static string? Guess(PullTarget target, DoctolibProfile profile, DoctolibPlan plan) =>
        PageLinks.Slug(profile.SpecialitySlug) is { } speciality && PageLinks.Slug(plan.Place?.City ?? target.Place?.City) is { } city && target.Key("profile") is { } slug
            ? $"{speciality}/{city}/{slug.ToLowerInvariant()}"
            : null;

    private static string? Pid(DoctolibPlan plan)
    {
        if (plan.Place?.Id.Value is { Length: > 0 and <= 64 } id && id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return id;
        }

        return plan.Practices.Count == 1 ? $"practice-{plan.Practices[0]}" : null;
    }
}
