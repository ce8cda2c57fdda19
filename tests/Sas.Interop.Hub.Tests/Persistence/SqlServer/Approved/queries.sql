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

-- RegulatorStore.FindAsync
SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

-- RegulatorStore.FindAsync identifier
SELECT TOP(2) [r].[RegulatorId]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] = @named

SELECT TOP(2) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Id] = @id

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[RegulatorId] = @id

-- RegulatorStore.CreateAsync
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
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id

SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18);
INSERT INTO [regulator_identifiers] ([Key], [IsCurrent], [RegulatorId], [Since], [System], [Value])
VALUES (@p19, @p20, @p21, @p22, @p23, @p24);
INSERT INTO [regulators] ([Id], [Active], [Content], [Email], [Family], [Given], [System], [UpdatedAt], [Value], [Version])
VALUES (@p25, @p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34);

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

-- RegulatorStore.CreateAsync unless
UPDATE [r]
SET [r].[Since] = [r].[Since]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] IN (@named1, @named2)

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] IN (@named1, @named2)

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
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id

SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18);
INSERT INTO [regulator_identifiers] ([Key], [IsCurrent], [RegulatorId], [Since], [System], [Value])
VALUES (@p19, @p20, @p21, @p22, @p23, @p24);
INSERT INTO [regulators] ([Id], [Active], [Content], [Email], [Family], [Given], [System], [UpdatedAt], [Value], [Version])
VALUES (@p25, @p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34);

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

-- RegulatorStore.UpdateAsync
UPDATE [r]
SET [r].[Since] = [r].[Since]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] IN (@named1, @named2)

SELECT [r].[Key], [r].[IsCurrent], [r].[RegulatorId], [r].[Since], [r].[System], [r].[Value]
FROM [regulator_identifiers] AS [r]
WHERE [r].[Key] IN (@named1, @named2)

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

-- RegulatorStore.UpdateAsync withdrawal
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
    [r].[Error] = NULL,
    [r].[ErrorDetail] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @account_Id AND [r].[KnownKey] IS NULL

SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18);
INSERT INTO [regulator_identifiers] ([Key], [IsCurrent], [RegulatorId], [Since], [System], [Value])
VALUES (@p19, @p20, @p21, @p22, @p23, @p24);
INSERT INTO [regulators] ([Id], [Active], [Content], [Email], [Family], [Given], [System], [UpdatedAt], [Value], [Version])
VALUES (@p25, @p26, @p27, @p28, @p29, @p30, @p31, @p32, @p33, @p34);

UPDATE [r]
SET [r].[Version] = [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

SELECT [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE 0 = 1

-- DeliveryStore.ClaimAsync
UPDATE [r]
SET [r].[Claim] = @p,
    [r].[ClaimedUntil] = @p4,
    [r].[AttemptedAt] = @p5
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now)

SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Value], [r].[WantedVersion]
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

-- DeliveryStore.ReplanAsync
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [regulator_deliveries] AS [r]
        WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END

SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Value], [r].[WantedVersion]
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

-- DeliveryStore.CompleteAsync
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
    [r].[Value] = @p7,
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

-- DeliveryStore.FailAsync
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
    [r].[ErrorDetail] = @p8
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim AND [r].[WantedVersion] = @version

UPDATE [r]
SET [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DeliveryStore.SureAsync
UPDATE [r]
SET [r].[KnownSure] = @p
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DeliveryStore.ReleaseAsync
UPDATE [r]
SET [r].[Claim] = NULL,
    [r].[ClaimedUntil] = NULL
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[Claim] = @job_Claim

-- DeliveryBook.DueVendorsAsync
SELECT DISTINCT [r].[VendorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[DueAt] <= @now AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now0)

-- DeliveryBook.DueAsync
SELECT TOP(@p) [r].[RegulatorId]
FROM [regulator_deliveries] AS [r]
WHERE [r].[DueAt] <= @now AND ([r].[ClaimedUntil] IS NULL OR [r].[ClaimedUntil] <= @now0) AND [r].[VendorId] = @vendorId
ORDER BY [r].[DueAt]

-- DeliveryBook.FindAsync
SELECT TOP(2) [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId

-- DeliveryBook.OfAsync
SELECT [r].[RegulatorId], [r].[VendorId], [r].[AttemptedAt], [r].[Attempts], [r].[Claim], [r].[ClaimedUntil], [r].[DeliveredActive], [r].[DeliveredAt], [r].[DeliveredVersion], [r].[DueAt], [r].[Error], [r].[ErrorDetail], [r].[KnownKey], [r].[KnownSure], [r].[Since], [r].[State], [r].[System], [r].[Value], [r].[WantedVersion]
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId
ORDER BY [r].[VendorId]

-- DeliveryBook.CountAsync
SELECT [r].[VendorId], [r].[State], COUNT(*), MIN([r].[Since])
FROM [regulator_deliveries] AS [r]
GROUP BY [r].[VendorId], [r].[State]

-- DeliveryBook.AddMissingAsync
SELECT TOP(@p) [r].[Id], [r].[Active], [r].[Content], [r].[Email], [r].[Family], [r].[Given], [r].[System], [r].[UpdatedAt], [r].[Value], [r].[Version]
FROM [regulators] AS [r]
WHERE [r].[Active] = CAST(1 AS bit) AND NOT EXISTS (
    SELECT 1
    FROM [regulator_deliveries] AS [r0]
    WHERE [r0].[RegulatorId] = [r].[Id] AND [r0].[VendorId] = @vendorId)
ORDER BY [r].[Id]

SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [regulator_deliveries] ([RegulatorId], [VendorId], [AttemptedAt], [Attempts], [Claim], [ClaimedUntil], [DeliveredActive], [DeliveredAt], [DeliveredVersion], [DueAt], [Error], [ErrorDetail], [KnownKey], [KnownSure], [Since], [State], [System], [Value], [WantedVersion])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18);

-- DeliveryBook.AddAsync
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

-- DeliveryBook.ReviveAsync
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p2,
    [r].[Since] = @p3,
    [r].[DueAt] = @p4
FROM [regulator_deliveries] AS [r]
WHERE [r].[VendorId] = @vendorId AND [r].[State] = 'Refused'

-- DeliveryBook.RestartAsync
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p2,
    [r].[Since] = @p3,
    [r].[DueAt] = @p4
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[State] <> 'Delivered' AND [r].[State] <> 'NotNeeded'

-- DeliveryBook.RestartAsync one
UPDATE [r]
SET [r].[State] = @p,
    [r].[Attempts] = @p3,
    [r].[Since] = @p4,
    [r].[DueAt] = @p5
FROM [regulator_deliveries] AS [r]
WHERE [r].[RegulatorId] = @regulatorId AND [r].[VendorId] = @vendorId AND [r].[State] = 'GaveUp'

