using Sas.Interop.MockVendors;
using Sas.Interop.MockVendors.Sandbox;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.Out.WriteLine(MockVendorArguments.Help);
    return 0;
}

if (args is ["--write-sandbox"])
{
    Console.Out.WriteLine($"Wrote {SandboxFiles.Write(SandboxFiles.FindRoot())} files of the sandbox.");
    return 0;
}

var parsed = MockVendorArguments.Parse(args);
if (parsed.Options is not { } options)
{
    Console.Error.WriteLine(parsed.Error);
    Console.Error.WriteLine(MockVendorArguments.Help);
    return 2;
}

try
{
    await using var server = await MockVendorServer.StartAsync(options, CancellationToken.None);
    foreach (var vendor in options.Vendors)
    {
        Console.Out.WriteLine($"{vendor.Name}: {server.AddressOf(vendor.Name)}");
    }

    Console.Out.WriteLine($"Try: curl -X POST --data html {server.BaseAddress}__faults/{options.Vendors[0].Name}");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (MappingFaultsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
catch (IOException exception)
{
    // The port is taken, most often.
    Console.Error.WriteLine(exception.Message);
    return 1;
}
