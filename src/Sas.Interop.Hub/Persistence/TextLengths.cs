namespace Sas.Interop.Hub.Persistence;

/// <summary>Longest texts of columns, in characters; what is longer is refused before it gets here.</summary>
internal static class TextLengths
{
    /// <summary>System or value of an identifier.</summary>
    public const int Identifier = 255;

    /// <summary>Names of vendors and of destinations.</summary>
    public const int Name = 64;

    /// <summary>Codes and states.</summary>
    public const int Code = 32;

    /// <summary>Names of persons and mails.</summary>
    public const int Person = 254;

    /// <summary>A cause in words.</summary>
    public const int Cause = 400;

    /// <summary>A <c>traceparent</c>.</summary>
    public const int Trace = 55;

    /// <summary>References of vendors and keys of places.</summary>
    public const int Reference = 400;
}
