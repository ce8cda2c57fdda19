namespace Sas.Interop.TestKit.Traces;

/// <summary>What a test has a hub keep and deliver although nobody is named by it: a look through everything that does not find it has not looked.</summary>
public static class ControlMark
{
    public const string Value = "control-9c1e77";
}
