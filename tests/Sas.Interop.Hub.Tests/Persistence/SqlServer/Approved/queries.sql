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

