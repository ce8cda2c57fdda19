using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>Ranks of which the first is asked for most, the second less, and so on: weight 1/rank^exponent.</summary>
internal sealed class Zipf
{
    private readonly double[] _runningSums;

    public Zipf(int ranks, double exponent)
    {
        _runningSums = new double[ranks];
        var sum = 0.0;
        for (var i = 0; i < ranks; i++)
        {
            _runningSums[i] = sum += Math.Pow(i + 1, -exponent);
        }
    }

    /// <returns>A rank, 0-based.</returns>
    public int Draw(Dice dice)
    {
        var found = Array.BinarySearch(_runningSums, dice.Share * _runningSums[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, _runningSums.Length - 1);
    }
}
