using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

/// <summary>FHIR texts with a few bytes changed, lost or doubled.</summary>
internal static class DamagedTexts
{
    private const string Signs = "{}[]\",:\\_01.-tn \n\u0001";

    public static Arbitrary<byte[]> OfAnyResource() => From(static random =>
        random.Next(3) == 0 ? BundleSamples.Odd : FhirJson.ToUtf8(new ModelGenerator(random).Resource(0)));

    public static Arbitrary<byte[]> OfBundles() => From(static random => random.Next(3) switch
    {
        0 => BundleSamples.Odd,
        1 => BundleSamples.Right,
        _ => FhirJson.ToUtf8((Resource)new ModelGenerator(random).Object(typeof(Bundle), 0)),
    });

    private static Arbitrary<byte[]> From(Func<Random, byte[]> source) =>
        Gen.Choose(int.MinValue, int.MaxValue).Select(seed => Damage(source, new Random(seed))).ToArbitrary();

    private static byte[] Damage(Func<Random, byte[]> source, Random random)
    {
        var damaged = source(random).ToList();
        for (var i = random.Next(0, 5); i > 0 && damaged.Count > 0; i--)
        {
            var place = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0:
                    damaged[place] = (byte)Signs[random.Next(Signs.Length)];
                    break;
                case 1:
                    damaged.RemoveRange(place, Math.Min(random.Next(1, 8), damaged.Count - place));
                    break;
                default:
                    damaged.InsertRange(place, damaged.GetRange(place, Math.Min(random.Next(1, 20), damaged.Count - place)));
                    break;
            }
        }

        return [.. damaged];
    }
}
