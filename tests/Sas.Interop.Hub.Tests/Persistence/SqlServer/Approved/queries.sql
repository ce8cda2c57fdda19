-- OrientationStore.FindAsync
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- OrientationStore.ReadAsync
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT [o].[OrientationId], [o].[Number], [o].[At], [o].[Cause], [o].[From], [o].[To]
FROM [orientation_transitions] AS [o]
WHERE [o].[OrientationId] = @id AND [o].[Number] <= @row_Version
ORDER BY [o].[Number]

-- OrientationStore.PageAsync first
SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
ORDER BY [o].[CreatedAt], [o].[Id]

-- OrientationStore.PageAsync next
SELECT TOP(@p17) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[CreatedAt] >= @from AND [o].[CreatedAt] < @to AND [o].[ChangedAt] >= @changedFrom AND [o].[ChangedAt] < @changedTo AND [o].[Id] = @id AND [o].[Territory] = @territory AND [o].[PostalCode] LIKE @p AND [o].[VendorId] = @vendorId AND [o].[Owner] = @owner AND [o].[RegulatorSystem] = @system AND [o].[RegulatorValue] = @value AND [o].[Kind] = @kind AND [o].[State] IN (@names1, @names2) AND ([o].[CreatedAt] > @createdAt OR ([o].[CreatedAt] = @createdAt AND [o].[Id] > @id16))
ORDER BY [o].[CreatedAt], [o].[Id]

-- OrientationStore.PageAsync south
SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[PostalCode] LIKE N'200%' OR [o].[PostalCode] LIKE N'201%'
ORDER BY [o].[CreatedAt], [o].[Id]

-- OrientationStore.PageAsync north
SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[PostalCode] LIKE N'20%' AND ([o].[PostalCode] NOT LIKE N'200%' OR [o].[PostalCode] IS NULL) AND ([o].[PostalCode] NOT LIKE N'201%' OR [o].[PostalCode] IS NULL)
ORDER BY [o].[CreatedAt], [o].[Id]

-- OrientationStore.VolumesAsync
SELECT TOP(@p14) [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State], COUNT(*), COUNT(CASE
    WHEN [o].[LeadMinutes] IS NOT NULL THEN 1
END), COUNT(CASE
    WHEN [o].[LeadMinutes] <= 2880 THEN 1
END)
FROM [orientations] AS [o]
WHERE [o].[CreatedAt] >= @from AND [o].[CreatedAt] < @to AND [o].[ChangedAt] >= @changedFrom AND [o].[ChangedAt] < @changedTo AND [o].[Id] = @id AND [o].[Territory] = @territory AND [o].[PostalCode] LIKE @p AND [o].[VendorId] = @vendorId AND [o].[Owner] = @owner AND [o].[RegulatorSystem] = @system AND [o].[RegulatorValue] = @value AND [o].[Kind] = @kind AND [o].[State] IN (@names1, @names2)
GROUP BY [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State]

-- OrientationStore.MomentsAsync
SELECT [o].[Owner], [o].[CreatedAt]
FROM [orientations] AS [o]
WHERE [o].[OwnerKind] = 1 AND [o].[Owner] > @after
ORDER BY [o].[Owner], [o].[CreatedAt]

-- CareRequestStore.DueAsync
SELECT TOP(@p) [o].[Id]
FROM [orientations] AS [o]
WHERE [o].[State] IN ('Linked', 'Redirected') AND [o].[CreatedAt] <= @before AND [o].[Kind] = 'Marketplace'
ORDER BY [o].[CreatedAt]

-- CareRequestStore.ExpireAsync
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;

-- CareRequestStore.CancelAsync
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [r]
SET [r].[ExpiresAt] = @p
FROM [redirect_links] AS [r]
WHERE [r].[OrientationId] = @id AND [r].[UsedAt] IS NULL AND [r].[ExpiresAt] > @now

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;

-- RecordingStore.RecordAsync
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @row_Id

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
INSERT INTO [orientations] ([Id], [AppointmentId], [AppointmentKey], [AppointmentSystem], [AppointmentValue], [ChangedAt], [CreatedAt], [ExpiresAt], [HoldReference], [Kind], [LeadMinutes], [Owner], [OwnerKind], [PlaceKey], [PostalCode], [RegulatorSystem], [RegulatorValue], [SlotEnd], [SlotId], [SlotStart], [State], [Territory], [VendorId], [Version])
VALUES (@p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27, @p28, @p29);

-- PreferenceStore.FindAsync
SELECT TOP(2) [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Owner] = @owner

-- PreferenceStore.ReadAsync
SELECT [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Revision] > @after
ORDER BY [p].[Revision]

-- PreferenceStore.ReadPageAsync
SELECT TOP(@p) [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Revision] > @after AND [p].[ChangedAt] >= @since
ORDER BY [p].[Revision]

-- PreferenceStore.LastRevisionAsync
SELECT TOP(2) [c].[Value]
FROM [counters] AS [c]
WHERE [c].[Name] = 'preferences'

-- PreferenceStore.ChangeAsync
UPDATE [c]
SET [c].[Value] = [c].[Value] + CAST(1 AS bigint)
FROM [counters] AS [c]
WHERE [c].[Name] = 'preferences'

SELECT TOP(2) [c].[Value]
FROM [counters] AS [c]
WHERE [c].[Name] = 'preferences'

SELECT TOP(2) [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Owner] = @owner

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [preferences] SET [ChangedAt] = @p0, [Content] = @p1
OUTPUT 1
WHERE [Owner] = @p2;

SELECT COUNT(*)
FROM [preferences] AS [p]

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [preferences] ([Owner], [ChangedAt], [Content], [Revision])
VALUES (@p0, @p1, @p2, @p3);

