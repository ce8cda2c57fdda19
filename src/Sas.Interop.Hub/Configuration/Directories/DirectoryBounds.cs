namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>What a directory may hold; the documentation and the schema are compared with these numbers.</summary>
internal static class DirectoryBounds
{
    public const long MaxBytes = 256L * 1024 * 1024;
    public const int MaxEntryBytes = 1024 * 1024;
    public const int MaxOwners = 500_000;
    public const int MaxCommunities = 10_000;
    public const int MaxMembers = 10_000;
    public const int MaxPlaces = 50;
    public const int MaxLinks = 50;
    public const int MaxKeys = 32;
    public const int MaxSpecialties = 20;
    public const int MaxGivenNames = 10;
    public const int LongestText = 256;
    public const int LongestPlaceId = 128;
    public const int LongestKeyValue = 512;
    public const int LongestUrl = 2_000;
}
