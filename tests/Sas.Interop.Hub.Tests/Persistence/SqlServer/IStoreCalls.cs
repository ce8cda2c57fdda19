namespace Sas.Interop.Hub.Tests.Persistence.SqlServer;

/// <summary>The calls of one feature's stores. A class that implements it is found by itself; every public method of a store needs a call.</summary>
internal interface IStoreCalls
{
    IEnumerable<StoreCall> All();
}
