using Sas.Interop.Durability;

return await DurabilityCommands.Root().Parse(args).InvokeAsync();
