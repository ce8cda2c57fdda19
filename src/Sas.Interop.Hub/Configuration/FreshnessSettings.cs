namespace Sas.Interop.Hub.Configuration;

/// <summary>How long slots are believed.</summary>
/// <param name="StaleAfter">Age after which slots are served with a flag.</param>
/// <param name="DropAfter">Age after which slots are not served; above <paramref name="StaleAfter"/>.</param>
/// <param name="EmptyRunGuard">How long a fall of the whole vendor to zero slots is held back before it is believed; zero believes it at once.</param>
internal sealed record FreshnessSettings(TimeSpan StaleAfter, TimeSpan DropAfter, TimeSpan EmptyRunGuard);
