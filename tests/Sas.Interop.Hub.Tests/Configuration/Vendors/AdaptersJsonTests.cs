using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Hosting;

namespace Sas.Interop.Hub.Tests.Configuration.Vendors;

[Parallelizable(ParallelScope.All)]
internal sealed class AdaptersJsonTests
{
    private static readonly string[] National =
    [
        "Doctolib", "Keldoc", "MonMédecin.org", "Clickdoc", "Maiia", "Maincare", "Médunion Urgences", "48h Chrono", "CPTS rendez-vous", "Medaviz", "Anamnèse",
        "Agenda en ligne", "SMS In Situ", "Made for Med", "Ubiclic", "Accueil Pro", "Ma Question Médicale", "Agenda 5", "Callibri", "Klikodoc", "MBT (SYPPS)",
        "Urgences Chrono", "Consultaway", "CPTS+", "H24 Care", "Livi", "MAELA", "Médicalib", "Mes Docteurs", "MIPIH", "Téladoc", "Ameli Pro",
    ];

    [Test]
    public void File_AtTheRoot_HasEveryVendorOfTheNationalMaterial()
    {
        var reading = AdaptersSamples.Read(Repository.Text("adapters.json"));

        Assert.Multiple(() =>
        {
            Assert.That(reading.Faults, Is.Empty);
            Assert.That(reading.Warnings, Is.Empty);
            Assert.That(reading.Vendors.Values.Select(static vendor => vendor.Name), Is.SupersetOf(National));
            Assert.That(reading.Vendors.Values.Select(static vendor => vendor.Dialect), Is.SupersetOf(FakeDialect.Names), "every dialect is polled");
            Assert.That(reading.Vendors.Values, Has.All.Matches<VendorModel>(static vendor => vendor.Enabled && SandboxHosts.IsMocked(vendor.BaseUrl)));
        });
    }

    [Test]
    public void File_AtTheRoot_IsAcceptedByTheRegisteredDialects()
    {
        using var services = new ServiceCollection().AddDialects().BuildServiceProvider();
        var dialects = AdaptersSurroundings.ByName(services.GetServices<IVendorAdapterFactory>());
        var reading = AdaptersSamples.Read(Repository.Text("adapters.json"), dialects: dialects);

        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Vendors.Values.Select(static vendor => vendor.Dialect).Distinct(), Is.EquivalentTo(dialects.Keys));
    }

    [Test]
    public void ByName_DialectTwice_StopsTheStart() => Assert.That(
        static () => AdaptersSurroundings.ByName([new FakeDialect("maiia"), new FakeDialect("maiia")]),
        Throws.InvalidOperationException.With.Message.Contains("maiia"));

    [Test]
    public void File_AtTheRoot_StatesWhatIsPublishedOfTheVendors()
    {
        var vendors = AdaptersSamples.Read(Repository.Text("adapters.json")).Vendors;

        var booking = vendors.Values.Where(static vendor => vendor.Capabilities.HasFlag(VendorCapabilities.BookingRedirect)).Select(static vendor => vendor.Id);
        Assert.That(booking, Is.EquivalentTo(new[] { "doctolib", "keldoc", "monmedecin-org" }));
        Assert.That(vendors["sas-agenda"].Capabilities, Is.EqualTo(VendorCapabilities.Push));
        Assert.That(vendors.Values.Count(static vendor => vendor.Capabilities.HasFlag(VendorCapabilities.Slots)), Is.EqualTo(38));
    }
}
