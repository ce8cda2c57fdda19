namespace Sas.Interop.Architecture.Tests;

/// <summary>A method, constructor or operator as the size rules see it.</summary>
internal sealed record Member(string Name, int Lines, int Parameters);
