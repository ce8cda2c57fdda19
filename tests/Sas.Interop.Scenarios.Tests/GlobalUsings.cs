global using Sas.Interop.TestKit.RealProcess;
