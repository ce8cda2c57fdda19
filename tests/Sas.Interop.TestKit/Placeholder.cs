namespace Sas.Interop.TestKit; internal static class Placeholder;
