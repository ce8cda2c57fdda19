namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Holds the list of callers in force; replaced whole by a reload.</summary>
internal sealed class CallersState
{
    private volatile CallersModel? _current;

    /// <summary>The list in force; null before the first one is loaded.</summary>
    public CallersModel? Current => _current;

    public void Swap(CallersModel model) => _current = model;
}
