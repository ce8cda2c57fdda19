-- AppointmentLinker.CatchUpAsync(orientationId)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- AppointmentQueries.CountAsync(filter)
SELECT COUNT(*)
FROM [appointments] AS [a]
WHERE [a].[Sender] = @sender AND [a].[Id] = @ids1 AND [a].[Status] = @statuses1 AND [a].[Owner] IS NOT NULL AND [a].[Owner] = @owners1 AND ([a].[Key] = @keys1 OR [a].[ValueKey] = @valueKeys1) AND [a].[UpdatedAt] >= @first AND [a].[UpdatedAt] <= @last AND [a].[Start] >= @first8 AND [a].[Start] <= @last9

SELECT COUNT(*)
FROM [appointments] AS [a]

-- AppointmentQueries.FindAsync(id, sender)
SELECT TOP(2) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Id] = @id AND [a].[Sender] = @sender

SELECT TOP(2) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Id] = @id

-- AppointmentQueries.FindVersionAsync(id, version)
SELECT TOP(2) [a].[AppointmentId], [a].[Version], [a].[Content], [a].[Method], [a].[UpdatedAt]
FROM [appointment_versions] AS [a]
WHERE [a].[AppointmentId] = @id AND [a].[Version] = @version

-- AppointmentQueries.ReadFillingAsync(from, take)
SELECT [a].[Id], [a].[Version], [a].[Status], [a].[Start], [a].[Owner], [a].[Sender]
FROM [appointments] AS [a]
WHERE [a].[Start] >= @from AND [a].[Owner] IS NOT NULL AND [a].[Status] IN ('booked', 'pending')

-- AppointmentQueries.ReadHistoryAsync(id, below, since, count)
SELECT TOP(@p) [a].[AppointmentId], [a].[Version], [a].[Content], [a].[Method], [a].[UpdatedAt]
FROM [appointment_versions] AS [a]
WHERE [a].[AppointmentId] = @id AND [a].[Version] < @below AND [a].[UpdatedAt] >= @since
ORDER BY [a].[Version] DESC

-- AppointmentQueries.SearchAsync(filter, count)
SELECT TOP(@p) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Sender] = @sender AND [a].[Id] = @ids1 AND [a].[Status] = @statuses1 AND [a].[Owner] IS NOT NULL AND [a].[Owner] = @owners1 AND ([a].[Key] = @keys1 OR [a].[ValueKey] = @valueKeys1) AND [a].[UpdatedAt] >= @first AND [a].[UpdatedAt] <= @last AND [a].[Start] >= @first8 AND [a].[Start] <= @last9 AND ([a].[UpdatedAt] > @at OR ([a].[UpdatedAt] = @at AND [a].[Id] > @id))
ORDER BY [a].[UpdatedAt], [a].[Id]

SELECT TOP(@p) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
ORDER BY [a].[UpdatedAt] DESC, [a].[Id] DESC

SELECT TOP(@p) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Sender] = @sender AND [a].[Id] = @ids1 AND [a].[Status] = @statuses1 AND [a].[Owner] IS NOT NULL AND [a].[Owner] = @owners1 AND ([a].[Key] = @keys1 OR [a].[ValueKey] = @valueKeys1) AND [a].[UpdatedAt] >= @first AND [a].[UpdatedAt] <= @last AND [a].[Start] >= @first8 AND [a].[Start] <= @last9 AND ([a].[Start] > @at OR ([a].[Start] = @at AND [a].[Id] > @id))
ORDER BY [a].[Start], [a].[Id]

SELECT TOP(@p) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
ORDER BY [a].[Start] DESC, [a].[Id] DESC

-- AppointmentStore.ChangeAsync(write, decide)
SELECT TOP(2) [i].[Key], [i].[Sender], [i].[Since], [i].[System]
FROM [identifier_systems] AS [i]
WHERE [i].[Key] = @key

UPDATE [a]
SET [a].[Version] = [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Key] = @key

SELECT TOP(2) [a].[Id], [a].[Content], [a].[CreatedAs], [a].[End], [a].[Fingerprint], [a].[Key], [a].[OrientationCategory], [a].[Owner], [a].[RegulatorKey], [a].[Sender], [a].[Start], [a].[Status], [a].[System], [a].[UpdatedAt], [a].[Value], [a].[ValueKey], [a].[VendorCreatedAt], [a].[VendorUpdatedAt], [a].[VendorVersion], [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Key] = @key

SELECT TOP(1) [o].[Id]
FROM [orientations] AS [o]
WHERE [o].[AppointmentId] = @facts_AppointmentId OR ([o].[AppointmentKey] = @facts_Key AND [o].[VendorId] = @facts_Sender)
ORDER BY [o].[Id]

SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[VendorId] = @facts_Sender AND [o].[AppointmentId] IS NULL AND [o].[CreatedAt] <= @facts_At AND ([o].[Owner] = @facts_Owner OR [o].[OwnerKind] = 2) AND ([o].[State] IN ('Linked', 'Redirected') OR ([o].[State] = 'Expired' AND [o].[ChangedAt] >= @since) OR ([o].[State] IN ('Booking', 'Compensating') AND [o].[SlotStart] = @facts_Start))
ORDER BY [o].[CreatedAt] DESC

SET NOCOUNT ON;
INSERT INTO [appointment_versions] ([AppointmentId], [Version], [Content], [Method], [UpdatedAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
INSERT INTO [appointments] ([Id], [Content], [CreatedAs], [End], [Fingerprint], [Key], [OrientationCategory], [Owner], [RegulatorKey], [Sender], [Start], [Status], [System], [UpdatedAt], [Value], [ValueKey], [VendorCreatedAt], [VendorUpdatedAt], [VendorVersion], [Version])
VALUES (@p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24);
INSERT INTO [identifier_systems] ([Key], [Sender], [Since], [System])
VALUES (@p25, @p26, @p27, @p28);
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p29, @p30, @p31, @p32, @p33, @p34, @p35, @p36, @p37, @p38, @p39, @p40, @p41);

ROLLBACK TRANSACTION [__EFSavePoint];

UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SET NOCOUNT ON;
INSERT INTO [appointment_versions] ([AppointmentId], [Version], [Content], [Method], [UpdatedAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
INSERT INTO [appointments] ([Id], [Content], [CreatedAs], [End], [Fingerprint], [Key], [OrientationCategory], [Owner], [RegulatorKey], [Sender], [Start], [Status], [System], [UpdatedAt], [Value], [ValueKey], [VendorCreatedAt], [VendorUpdatedAt], [VendorVersion], [Version])
VALUES (@p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24);
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p25, @p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34, @p35, @p36, @p37);

SET NOCOUNT ON;
INSERT INTO [appointment_versions] ([AppointmentId], [Version], [Content], [Method], [UpdatedAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
UPDATE [appointments] SET [Content] = @p5, [End] = @p6, [OrientationCategory] = @p7, [Owner] = @p8, [RegulatorKey] = @p9, [Start] = @p10, [UpdatedAt] = @p11, [Version] = @p12
OUTPUT 1
WHERE [Id] = @p13;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26);

SET NOCOUNT ON;
INSERT INTO [appointment_versions] ([AppointmentId], [Version], [Content], [Method], [UpdatedAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
UPDATE [appointments] SET [Content] = @p5, [End] = @p6, [Start] = @p7, [UpdatedAt] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
UPDATE [orientations] SET [AppointmentId] = @p11, [AppointmentKey] = @p12
OUTPUT 1
WHERE [Id] = @p13;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26);

SET NOCOUNT ON;
INSERT INTO [appointment_versions] ([AppointmentId], [Version], [Content], [Method], [UpdatedAt])
VALUES (@p0, @p1, @p2, @p3, @p4);
UPDATE [appointments] SET [Content] = @p5, [End] = @p6, [OrientationCategory] = @p7, [Owner] = @p8, [RegulatorKey] = @p9, [Start] = @p10, [UpdatedAt] = @p11, [Version] = @p12
OUTPUT 1
WHERE [Id] = @p13;
INSERT INTO [identifier_systems] ([Key], [Sender], [Since], [System])
VALUES (@p14, @p15, @p16, @p17);
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27, @p28, @p29, @p30);

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
UPDATE [appointments] SET [VendorCreatedAt] = @p0, [VendorUpdatedAt] = @p1, [VendorVersion] = @p2
OUTPUT 1
WHERE [Id] = @p3;

SET NOCOUNT ON;
UPDATE [appointments] SET [VendorCreatedAt] = @p0, [VendorUpdatedAt] = @p1, [VendorVersion] = @p2
OUTPUT 1
WHERE [Id] = @p3;
INSERT INTO [identifier_systems] ([Key], [Sender], [Since], [System])
VALUES (@p4, @p5, @p6, @p7);

-- AuditStore.AppendAsync(records)
UPDATE [a]
SET [a].[Number] = [a].[Number]
FROM [audit_chain] AS [a]
WHERE [a].[Id] = 1

SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Number], [a].[RemovedHash], [a].[RemovedTo]
FROM [audit_chain] AS [a]
WHERE [a].[Id] = 1

SET NOCOUNT ON;
INSERT INTO [audit] ([Number], [At], [Caller], [Count], [Detail], [Entity], [Format], [Hash], [Interaction], [KeyId], [Kind], [Method], [Previous], [Refusal], [Roles], [Route], [Status], [TraceId], [Vendor])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18);
UPDATE [audit_chain] SET [Hash] = @p19, [Number] = @p20
OUTPUT 1
WHERE [Id] = @p21;

-- AuditStore.EndsAsync()
SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Number], [a].[RemovedHash], [a].[RemovedTo]
FROM [audit_chain] AS [a]
WHERE [a].[Id] = 1

-- AuditStore.FindAsync(number)
SELECT TOP(2) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE [a].[Number] = @number

-- AuditStore.GreatestAsync()
SELECT MAX([a].[Number])
FROM [audit] AS [a]

-- AuditStore.LastAsync(kind)
SELECT TOP(1) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE [a].[Kind] = @kind
ORDER BY [a].[Number] DESC

-- AuditStore.PageAsync(filter, before, most)
SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE 0 = 1
ORDER BY [a].[Number] DESC

SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
ORDER BY [a].[Number] DESC

SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE [a].[Number] < @before AND [a].[At] >= @from AND [a].[At] <= @to AND [a].[Number] = @number AND [a].[Caller] = @Callers1 AND [a].[Kind] = @Kinds1 AND COALESCE([a].[Interaction], '') = @Interactions1 AND [a].[Entity] IS NOT NULL AND [a].[Entity] = @Entities1 AND [a].[TraceId] = @trace AND [a].[Status] >= 400 AND [a].[Status] < 500
ORDER BY [a].[Number] DESC

-- AuditStore.ReadAsync(filter, after, most)
SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE 0 = 1
ORDER BY [a].[Number]

SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE [a].[Number] > @after
ORDER BY [a].[Number]

SELECT TOP(@p) [a].[Number], [a].[At], [a].[Caller], [a].[Count], [a].[Detail], [a].[Entity], [a].[Format], [a].[Hash], [a].[Interaction], [a].[KeyId], [a].[Kind], [a].[Method], [a].[Previous], [a].[Refusal], [a].[Roles], [a].[Route], [a].[Status], [a].[TraceId], [a].[Vendor]
FROM [audit] AS [a]
WHERE [a].[Number] > @after AND [a].[At] >= @from AND [a].[At] <= @to AND [a].[Number] = @number AND [a].[Caller] = @Callers1 AND [a].[Kind] = @Kinds1 AND COALESCE([a].[Interaction], '') = @Interactions1 AND [a].[Entity] IS NOT NULL AND [a].[Entity] = @Entities1 AND [a].[TraceId] = @trace AND [a].[Status] >= 400 AND [a].[Status] < 500
ORDER BY [a].[Number]

-- AuditStore.RemoveAsync(olderThan)
UPDATE [a]
SET [a].[Number] = [a].[Number]
FROM [audit_chain] AS [a]
WHERE [a].[Id] = 1

SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Number], [a].[RemovedHash], [a].[RemovedTo]
FROM [audit_chain] AS [a]
WHERE [a].[Id] = 1

SELECT MIN([a].[Number])
FROM [audit] AS [a]
WHERE [a].[Number] > @removed AND [a].[Number] <= @bound AND [a].[At] >= @olderThan

-- BookingOpener.OpenAsync(start, bind)
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_identifiers] AS [r]
        INNER JOIN (
            SELECT [r0].[Id]
            FROM [regulators] AS [r0]
            WHERE [r0].[Active] = CAST(1 AS bit)
        ) AS [r1] ON [r].[RegulatorId] = [r1].[Id]
        WHERE [r].[Key] = @key) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

UPDATE [s]
SET [s].[OrientationId] = @p,
    [s].[ExpiresAt] = @p3
FROM [slot_claims] AS [s]
WHERE [s].[Key] = @claim_Key AND [s].[ExpiresAt] IS NOT NULL AND [s].[ExpiresAt] <= @now

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
INSERT INTO [orientations] ([Id], [AppointmentId], [AppointmentKey], [AppointmentSystem], [AppointmentValue], [ChangedAt], [CreatedAt], [ExpiresAt], [HoldReference], [Kind], [LeadMinutes], [Owner], [OwnerKind], [PlaceKey], [PostalCode], [RegulatorSystem], [RegulatorValue], [SlotEnd], [SlotId], [SlotStart], [State], [Territory], [VendorId], [Version])
VALUES (@p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27, @p28, @p29);
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p30, @p31, @p32, @p33, @p34, @p35, @p36, @p37, @p38, @p39, @p40, @p41, @p42);

-- BookingSteps.AskBookAsync(id, until, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = NULL
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

-- BookingSteps.AskHoldAsync(id, until)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = NULL
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

-- BookingSteps.BookAsync(id, appointment, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = NULL
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [AppointmentKey] = @p6, [ChangedAt] = @p7, [ExpiresAt] = @p8, [State] = @p9, [Version] = @p10
OUTPUT 1
WHERE [Id] = @p11;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [AppointmentKey] = @p6, [AppointmentSystem] = @p7, [AppointmentValue] = @p8, [ChangedAt] = @p9, [State] = @p10, [Version] = @p11
OUTPUT 1
WHERE [Id] = @p12;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25);

-- BookingSteps.CompensateAsync(id, cause, due, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = NULL
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

-- BookingSteps.ExpireAsync(id, cause, from)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

DELETE FROM [s]
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- BookingSteps.FailAsync(id, cause)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

DELETE FROM [s]
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- BookingSteps.HoldAsync(id, hold, until, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = @p
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [HoldReference] = @p8, [State] = @p9, [Version] = @p10
OUTPUT 1
WHERE [Id] = @p11;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24);

-- BookingSteps.LinkAsync(id, until, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

UPDATE [s]
SET [s].[ExpiresAt] = @p
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

-- BookingSteps.PostponeAsync(id, due)
UPDATE [o]
SET [o].[ExpiresAt] = @p
FROM [orientations] AS [o]
WHERE [o].[Id] = @id AND [o].[State] = 'Compensating'

-- BookingSteps.ReadAsync(id)
SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- BookingSteps.RefuseAsync(id, cause, also)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

DELETE FROM [s]
FROM [slot_claims] AS [s]
WHERE [s].[OrientationId] = @orientationId

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [ExpiresAt] = @p7, [State] = @p8, [Version] = @p9
OUTPUT 1
WHERE [Id] = @p10;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- CareRequestStore.CancelAsync(id, version, now)
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
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- CareRequestStore.DueAsync(before, most)
SELECT TOP(@p) [o].[Id]
FROM [orientations] AS [o]
WHERE [o].[State] IN ('Linked', 'Redirected') AND [o].[CreatedAt] <= @before AND [o].[Kind] = 'Marketplace'
ORDER BY [o].[CreatedAt]

-- CareRequestStore.ExpireAsync(id, now)
UPDATE [o]
SET [o].[Version] = [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

SELECT TOP(1) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- DeliveryBook.AddAsync(key)
SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @regulatorId

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_deliveries] AS [r]
        WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

-- DeliveryBook.AddMissingAsync(vendorId)
SELECT TOP(@p) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Active] = CAST(1 AS bit) AND NOT EXISTS (
    SELECT 1
    FROM [regulator_deliveries] AS [r0]
    WHERE [r0].[RegulatorId] = [r].[Id] AND [r0].[VendorId] = @vendorId)
ORDER BY [r].[Id]

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Trace], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19);

-- DeliveryBook.CountAsync()
SELECT [r].[VendorId], [r].[State], COUNT(*), MIN([r].[Since])
FROM [regulator_deliveries] AS [r]
GROUP BY [r].[VendorId], [r].[State]

-- DeliveryBook.DueAsync(vendorId, count)
SELECT TOP(@p) [r].[RegulatorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[DueAt] <= @now AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now0) AND [r].[VendorId] = @vendorId
ORDER BY [r].[DueAt]

-- DeliveryBook.DueVendorsAsync()
SELECT DISTINCT [r].[VendorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[DueAt] <= @now AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now0)

-- DeliveryBook.FindAsync(key)
SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Trace], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

-- DeliveryBook.OfAsync(regulatorId)
SELECT [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Trace], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId
ORDER BY [r].[VendorId]

-- DeliveryBook.RestartAsync(key)
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p3,
    [r].[Since] = @p4,
    [r].[DueAt] = @p5
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[State] = 'GaveUp'

-- DeliveryBook.RestartAsync(regulatorId)
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p2,
    [r].[Since] = @p3,
    [r].[DueAt] = @p4
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[State] <> 'Delivered' AND [r].[State] <> 'NotNeeded'

-- DeliveryBook.ReviveAsync(vendorId)
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p2,
    [r].[Since] = @p3,
    [r].[DueAt] = @p4
FROM [regulator_deliveries] AS [r]
WHERE [r].[VendorId] = @vendorId AND [r].[State] = 'Refused'

-- DeliveryStore.ClaimAsync(key, early, lease)
UPDATE [r]
SET [r].[Claim] = @p,
    [r].[ClaimedUntil] = @p4,
    [r].[AttemptedAt] = @p5
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now)

SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Trace], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_identifiers] AS [r]
        WHERE [r].[Key] = @present AND [r].[RegulatorId] = @id) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT TOP(1) [r].[RegulatorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[VendorId] = @vendorId AND [r].[RegulatorId] <> @regulatorId AND [r].[State] = 'Pending' AND [r].[KnownKey] IS NOT NULL AND [r].[KnownKey] = @keys1

UPDATE [r]
SET [r].[System] = @p,
    [r].[Value] = @p,
    [r].[KnownKey] = @p4
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

UPDATE [r]
SET [r].[State] = @p,
    [r].[DueAt] = NULL,
    [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

UPDATE [r]
SET [r].[Claim] = @p,
    [r].[ClaimedUntil] = @p5,
    [r].[AttemptedAt] = @p6
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now) AND [r].[DueAt] <= @now0

-- DeliveryStore.CompleteAsync(job)
UPDATE [r]
SET [r].[State] = @p,
    [r].[DueAt] = NULL,
    [r].[Attempts] = @p6,
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim AND [r].[WantedVersion] = @version

UPDATE [r]
SET [r].[DeliveredVersion] = @p,
    [r].[DeliveredActive] = @p4,
    [r].[DeliveredAt] = @p5,
    [r].[System] = @p6,
    [r].[Value] = @p6,
    [r].[KnownKey] = @p8,
    [r].[KnownSure] = @p4,
    [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

UPDATE [r]
SET [r].[System] = NULL,
    [r].[Value] = NULL,
    [r].[KnownKey] = NULL,
    [r].[KnownSure] = @p6
FROM [regulator_deliveries] AS [r]
WHERE [r].[VendorId] = @vendorId AND [r].[RegulatorId] <> @regulatorId AND [r].[KnownKey] IS NOT NULL AND [r].[KnownKey] = @keys1

UPDATE [r]
SET [r].[DeliveredVersion] = @p,
    [r].[DeliveredActive] = @p4,
    [r].[DeliveredAt] = @p5,
    [r].[System] = @p6,
    [r].[Value] = @p6,
    [r].[KnownKey] = @p8,
    [r].[KnownSure] = @p9,
    [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DeliveryStore.FailAsync(job, failure)
UPDATE [r]
SET [r].[System] = NULL,
    [r].[Value] = NULL,
    [r].[KnownKey] = NULL,
    [r].[KnownSure] = @p6
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim AND [r].[KnownSure] = CAST(0 AS bit)

UPDATE [r]
SET [r].[State] = @p,
    [r].[DueAt] = @p5,
    [r].[Attempts] = @p6,
    [r].[Error] = @p7,
    [r].[ErrorDetail] = @p70
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim AND [r].[WantedVersion] = @version

UPDATE [r]
SET [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

UPDATE [r]
SET [r].[State] = @p,
    [r].[DueAt] = NULL,
    [r].[Attempts] = @p6,
    [r].[Error] = @p7,
    [r].[ErrorDetail] = @p70
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim AND [r].[WantedVersion] = @version

-- DeliveryStore.ReleaseAsync(job)
UPDATE [r]
SET [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DeliveryStore.ReplanAsync(job)
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_deliveries] AS [r]
        WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Trace], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_identifiers] AS [r]
        WHERE [r].[Key] = @present AND [r].[RegulatorId] = @id) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT TOP(1) [r].[RegulatorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[VendorId] = @vendorId AND [r].[RegulatorId] <> @regulatorId AND [r].[State] = 'Pending' AND [r].[KnownKey] IS NOT NULL AND [r].[KnownKey] = @keys1

UPDATE [r]
SET [r].[State] = @p,
    [r].[DueAt] = NULL,
    [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

-- DeliveryStore.SureAsync(job)
UPDATE [r]
SET [r].[KnownSure] = @p
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DueActs.OverAsync(now, most)
SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[State] IN ('Claimed', 'Holding', 'Held', 'Booking', 'Compensating', 'Linked') AND [o].[ExpiresAt] <= @now AND [o].[Kind] <> 'Marketplace'
ORDER BY [o].[ExpiresAt], [o].[Id]

-- DueActs.SilentAsync(since, most)
SELECT TOP(@p) [o].[Id]
FROM [orientations] AS [o]
WHERE [o].[State] = 'Redirected' AND [o].[ChangedAt] <= @since AND [o].[Kind] <> 'Marketplace'
ORDER BY [o].[Id]

-- DueActs.UnlinkedAsync(most)
SELECT TOP(@p) [o].[Id]
FROM [orientations] AS [o]
WHERE [o].[State] = 'Booked' AND [o].[AppointmentId] IS NULL AND [o].[AppointmentKey] IS NOT NULL AND EXISTS (
    SELECT 1
    FROM [appointments] AS [a]
    WHERE [a].[Key] = [o].[AppointmentKey])
ORDER BY [o].[Id]

-- LinkStore.LookAsync(id)
SELECT TOP(1) [r].[Id], [r].[ExpiresAt], [r].[OrientationId], [r].[Target], [r].[UsedAt]
FROM [redirect_links] AS [r]
WHERE [r].[Id] = @id

-- LinkStore.UseAsync(id, mayLead)
UPDATE [r]
SET [r].[UsedAt] = @p
FROM [redirect_links] AS [r]
WHERE [r].[Id] = @id AND [r].[UsedAt] IS NULL AND [r].[ExpiresAt] > @now

SELECT TOP(1) [r].[Id], [r].[ExpiresAt], [r].[OrientationId], [r].[Target], [r].[UsedAt]
FROM [redirect_links] AS [r]
WHERE [r].[Id] = @id

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
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23);

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
UPDATE [orientations] SET [ChangedAt] = @p6, [State] = @p7, [Version] = @p8
OUTPUT 1
WHERE [Id] = @p9;
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- OrientationStore.FindAsync(id)
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- OrientationStore.MomentsAsync(filter, after, take)
SELECT [o].[Owner], [o].[CreatedAt]
FROM [orientations] AS [o]
WHERE [o].[CreatedAt] >= @from AND [o].[CreatedAt] < @to AND [o].[ChangedAt] >= @changedFrom AND [o].[ChangedAt] < @changedTo AND [o].[Id] = @id AND [o].[Territory] = @territory AND [o].[PostalCode] LIKE @p AND [o].[VendorId] = @vendorId AND [o].[VendorId] = @only AND [o].[Owner] = @owner AND [o].[RegulatorSystem] = @system AND [o].[RegulatorValue] = @value AND [o].[Kind] = @kind AND [o].[State] = @names1 AND [o].[OwnerKind] = 1 AND [o].[Owner] > @after
ORDER BY [o].[Owner], [o].[CreatedAt]

SELECT [o].[Owner], [o].[CreatedAt]
FROM [orientations] AS [o]
WHERE [o].[OwnerKind] = 1
ORDER BY [o].[Owner], [o].[CreatedAt]

-- OrientationStore.PageAsync(filter, after, count)
SELECT TOP(@p18) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[CreatedAt] >= @from AND [o].[CreatedAt] < @to AND [o].[ChangedAt] >= @changedFrom AND [o].[ChangedAt] < @changedTo AND [o].[Id] = @id AND [o].[Territory] = @territory AND [o].[PostalCode] LIKE @p AND [o].[VendorId] = @vendorId AND [o].[VendorId] = @only AND [o].[Owner] = @owner AND [o].[RegulatorSystem] = @system AND [o].[RegulatorValue] = @value AND [o].[Kind] = @kind AND [o].[State] = @names1 AND ([o].[CreatedAt] > @createdAt OR ([o].[CreatedAt] = @createdAt AND [o].[Id] > @id17))
ORDER BY [o].[CreatedAt], [o].[Id]

SELECT TOP(@p) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
ORDER BY [o].[CreatedAt], [o].[Id]

-- OrientationStore.ReadAsync(id, vendorId)
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id AND [o].[VendorId] = @vendorId

SELECT [o].[OrientationId], [o].[Number], [o].[At], [o].[Cause], [o].[From], [o].[To]
FROM [orientation_transitions] AS [o]
WHERE [o].[OrientationId] = @id AND [o].[Number] <= @row_Version
ORDER BY [o].[Number]

SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @id

-- OrientationStore.VolumesAsync(filter, most)
SELECT TOP(@p15) [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State], COUNT(*), COUNT(CASE
    WHEN [o].[LeadMinutes] IS NOT NULL THEN 1
END), COUNT(CASE
    WHEN [o].[LeadMinutes] <= 2880 THEN 1
END)
FROM [orientations] AS [o]
WHERE [o].[CreatedAt] >= @from AND [o].[CreatedAt] < @to AND [o].[ChangedAt] >= @changedFrom AND [o].[ChangedAt] < @changedTo AND [o].[Id] = @id AND [o].[Territory] = @territory AND [o].[PostalCode] LIKE @p AND [o].[VendorId] = @vendorId AND [o].[VendorId] = @only AND [o].[Owner] = @owner AND [o].[RegulatorSystem] = @system AND [o].[RegulatorValue] = @value AND [o].[Kind] = @kind AND [o].[State] = @names1
GROUP BY [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State]

SELECT TOP(@p) [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State], COUNT(*), COUNT(CASE
    WHEN [o].[LeadMinutes] IS NOT NULL THEN 1
END), COUNT(CASE
    WHEN [o].[LeadMinutes] <= 2880 THEN 1
END)
FROM [orientations] AS [o]
GROUP BY [o].[Territory], [o].[PostalCode], [o].[Kind], [o].[State]

-- OutboxStore.BuryAsync(letter, error)
UPDATE [o]
SET [o].[DueAt] = NULL,
    [o].[DeadAt] = @p3,
    [o].[Attempts] = @p4,
    [o].[LeasedUntil] = NULL,
    [o].[Error] = @p6
FROM [outbox] AS [o]
WHERE [o].[Id] = @letter_Id AND [o].[Attempts] = @letter_Attempts AND [o].[DeadAt] IS NULL

-- OutboxStore.ClaimAsync(claim)
SELECT TOP(@p) [o].[Id], [o].[Attempts], [o].[CreatedAt], [o].[DeadAt], [o].[Destination], [o].[DueAt], [o].[Error], [o].[Kind], [o].[LeasedUntil], [o].[Number], [o].[Payload], [o].[ReplayedAt], [o].[Stream], [o].[Trace]
FROM [outbox] AS [o]
WHERE [o].[Destination] = @destination AND [o].[DueAt] IS NOT NULL AND ([o].[DueAt] <= @now OR [o].[DueAt] > @farDue) AND ([o].[LeasedUntil] IS NULL OR [o].[LeasedUntil] <= @now0 OR [o].[LeasedUntil] > @farLease) AND NOT EXISTS (
    SELECT 1
    FROM [outbox] AS [o0]
    WHERE [o0].[Destination] = @destination AND [o0].[Stream] = [o].[Stream] AND [o0].[Id] <> [o].[Id] AND [o0].[DueAt] IS NOT NULL AND ([o0].[Number] < [o].[Number] OR ([o0].[LeasedUntil] > @now0 AND [o0].[LeasedUntil] <= @farLease)))
ORDER BY [o].[DueAt], [o].[Id]

UPDATE [o]
SET [o].[LeasedUntil] = @p
FROM [outbox] AS [o]
WHERE [o].[Id] = @head_Id AND [o].[DueAt] IS NOT NULL AND [o].[Attempts] = @head_Attempts AND ([o].[LeasedUntil] IS NULL OR [o].[LeasedUntil] <= @now OR [o].[LeasedUntil] > @farLease)

-- OutboxStore.CountAsync()
SELECT [o].[Destination] AS [Key], COUNT_BIG(*) AS [Count], MIN([o].[CreatedAt]) AS [Oldest]
FROM [outbox] AS [o]
WHERE [o].[DueAt] IS NOT NULL
GROUP BY [o].[Destination]

SELECT [o].[Destination] AS [Key], COUNT_BIG(*) AS [Count]
FROM [outbox] AS [o]
WHERE [o].[DeadAt] IS NOT NULL
GROUP BY [o].[Destination]

-- OutboxStore.FindDeadAsync(id)
SELECT TOP(2) [o].[Id], [o].[Attempts], [o].[CreatedAt], [o].[DeadAt], [o].[Destination], [o].[DueAt], [o].[Error], [o].[Kind], [o].[LeasedUntil], [o].[Number], [o].[Payload], [o].[ReplayedAt], [o].[Stream], [o].[Trace]
FROM [outbox] AS [o]
WHERE [o].[Id] = @id AND [o].[DeadAt] IS NOT NULL

-- OutboxStore.IsOvertakenAsync(letter)
SELECT TOP(2) [a].[Version]
FROM [appointments] AS [a]
WHERE [a].[Id] = @letter_Stream

SELECT COUNT(*)
FROM [outbox] AS [o]
WHERE [o].[Destination] = @letter_Destination AND [o].[Stream] = @letter_Stream AND [o].[Number] > @letter_Number

-- OutboxStore.ListDeadAsync(destination, after, most)
SELECT TOP(@p) [o].[Id], [o].[Attempts], [o].[CreatedAt], [o].[DeadAt], [o].[Destination], [o].[DueAt], [o].[Error], [o].[Kind], [o].[LeasedUntil], [o].[Number], [o].[Payload], [o].[ReplayedAt], [o].[Stream], [o].[Trace]
FROM [outbox] AS [o]
WHERE [o].[DeadAt] IS NOT NULL AND [o].[Id] > @after AND [o].[Destination] = @destination
ORDER BY [o].[Id]

SELECT TOP(@p) [o].[Id], [o].[Attempts], [o].[CreatedAt], [o].[DeadAt], [o].[Destination], [o].[DueAt], [o].[Error], [o].[Kind], [o].[LeasedUntil], [o].[Number], [o].[Payload], [o].[ReplayedAt], [o].[Stream], [o].[Trace]
FROM [outbox] AS [o]
WHERE [o].[DeadAt] IS NOT NULL AND [o].[Id] > @after
ORDER BY [o].[Id]

-- OutboxStore.PostponeAsync(letter, due, error)
UPDATE [o]
SET [o].[DueAt] = @p,
    [o].[DeadAt] = NULL,
    [o].[Attempts] = @p4,
    [o].[LeasedUntil] = NULL,
    [o].[Error] = @p6
FROM [outbox] AS [o]
WHERE [o].[Id] = @letter_Id AND [o].[Attempts] = @letter_Attempts AND [o].[DeadAt] IS NULL

-- OutboxStore.ReleaseAsync(letter)
UPDATE [o]
SET [o].[LeasedUntil] = NULL
FROM [outbox] AS [o]
WHERE [o].[Id] = @letter_Id AND [o].[Attempts] = @letter_Attempts

-- OutboxStore.RemoveAsync(letter)
DELETE FROM [o]
FROM [outbox] AS [o]
WHERE [o].[Id] = @letter_Id

-- OutboxStore.ReplayAsync(destination, id)
UPDATE [o]
SET [o].[DeadAt] = NULL,
    [o].[DueAt] = @p3,
    [o].[ReplayedAt] = @p30,
    [o].[Attempts] = @p5
FROM [outbox] AS [o]
WHERE [o].[DeadAt] IS NOT NULL AND [o].[Destination] = @destination AND [o].[Id] = @id

UPDATE [o]
SET [o].[DeadAt] = NULL,
    [o].[DueAt] = @p1,
    [o].[ReplayedAt] = @p10,
    [o].[Attempts] = @p3
FROM [outbox] AS [o]
WHERE [o].[DeadAt] IS NOT NULL

-- PreferenceStore.ChangeAsync(owner, mostOwners, decide)
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

-- PreferenceStore.FindAsync(owner)
SELECT TOP(2) [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Owner] = @owner

-- PreferenceStore.LastRevisionAsync()
SELECT TOP(2) [c].[Value]
FROM [counters] AS [c]
WHERE [c].[Name] = 'preferences'

-- PreferenceStore.ReadAsync(after, take)
SELECT [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Revision] > @after
ORDER BY [p].[Revision]

-- PreferenceStore.ReadPageAsync(since, after, count)
SELECT TOP(@p) [p].[Owner], [p].[ChangedAt], [p].[Content], [p].[Revision]
FROM [preferences] AS [p]
WHERE [p].[Revision] > @after AND [p].[ChangedAt] >= @since
ORDER BY [p].[Revision]

-- RecordingStore.RecordAsync(row, isDated)
SELECT TOP(2) [o].[Id], [o].[AppointmentId], [o].[AppointmentKey], [o].[AppointmentSystem], [o].[AppointmentValue], [o].[ChangedAt], [o].[CreatedAt], [o].[ExpiresAt], [o].[HoldReference], [o].[Kind], [o].[LeadMinutes], [o].[Owner], [o].[OwnerKind], [o].[PlaceKey], [o].[PostalCode], [o].[RegulatorSystem], [o].[RegulatorValue], [o].[SlotEnd], [o].[SlotId], [o].[SlotStart], [o].[State], [o].[Territory], [o].[VendorId], [o].[Version]
FROM [orientations] AS [o]
WHERE [o].[Id] = @row_Id

SET NOCOUNT ON;
INSERT INTO [orientation_transitions] ([Number], [OrientationId], [At], [Cause], [From], [To])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
INSERT INTO [orientations] ([Id], [AppointmentId], [AppointmentKey], [AppointmentSystem], [AppointmentValue], [ChangedAt], [CreatedAt], [ExpiresAt], [HoldReference], [Kind], [LeadMinutes], [Owner], [OwnerKind], [PlaceKey], [PostalCode], [RegulatorSystem], [RegulatorValue], [SlotEnd], [SlotId], [SlotStart], [State], [Territory], [VendorId], [Version])
VALUES (@p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26, @p27, @p28, @p29);
INSERT INTO [outbox] ([Attempts], [CreatedAt], [DeadAt], [Destination], [DueAt], [Error], [Kind], [LeasedUntil], [Number], [Payload], [ReplayedAt], [Stream], [Trace])
OUTPUT INSERTED.[Id]
VALUES (@p30, @p31, @p32, @p33, @p34, @p35, @p36, @p37, @p38, @p39, @p40, @p41, @p42);

ROLLBACK TRANSACTION [__EFSavePoint];

-- RegulatorStore.CreateAsync(state, unless, bounds)
UPDATE [r]
SET [r].[Since] = [r].[Since]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named1

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named1

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @holders1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @holders1

SELECT COUNT(*)
FROM [regulators] AS [r]

SELECT [r].[VendorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id

UPDATE [r]
SET [r].[State] = @p,
    [r].[WantedVersion] = @p2,
    [r].[Attempts] = @p3,
    [r].[Since] = @p4,
    [r].[DueAt] = @p5,
    [r].[Trace] = NULL,
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id

SET NOCOUNT ON;
INSERT INTO [regulator_identifiers] ([Key], [IsCurrent], [RegulatorId], [Since], [System], [Value])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5);
INSERT INTO [regulators] ([Id], [Active], [Content], [Email], [Family], [Given], [System], [UpdatedAt], [Value], [Version])
VALUES (@p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15);

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Trace], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19);
INSERT INTO [regulator_identifiers] ([Key], [IsCurrent], [RegulatorId], [Since], [System], [Value])
VALUES (@p20, @p21, @p22, @p23, @p24, @p25);
INSERT INTO [regulators] ([Id], [Active], [Content], [Email], [Family], [Given], [System], [UpdatedAt], [Value], [Version])
VALUES (@p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34, @p35);

UPDATE [r]
SET [r].[Since] = [r].[Since]
FROM [regulator_identifiers] AS [r]
WHERE 0 = 1

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE 0 = 1

UPDATE [r]
SET [r].[State] = @p,
    [r].[WantedVersion] = @p2,
    [r].[Attempts] = @p3,
    [r].[Since] = @p4,
    [r].[DueAt] = @p5,
    [r].[Trace] = NULL,
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id AND [r].[KnownKey] IS NOT NULL

UPDATE [r]
SET [r].[State] = @p,
    [r].[WantedVersion] = @p2,
    [r].[Attempts] = @p3,
    [r].[Since] = @p4,
    [r].[DueAt] = NULL,
    [r].[Trace] = NULL,
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id AND [r].[KnownKey] IS NULL

-- RegulatorStore.FindAsync(key)
SELECT TOP(2) [r].[RegulatorId]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named

SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

-- RegulatorStore.FindAsync(id)
SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

-- RegulatorStore.UpdateAsync(criterion, state, allows, bounds)
UPDATE [r]
SET [r].[Since] = [r].[Since]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named1

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named1

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @holders1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @holders1

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT COUNT(*)
FROM [regulators] AS [r]

