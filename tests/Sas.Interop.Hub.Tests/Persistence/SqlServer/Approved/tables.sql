IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [appointment_versions] (
    [AppointmentId] varchar(32) NOT NULL,
    [Version] int NOT NULL,
    [UpdatedAt] bigint NOT NULL,
    [Method] varchar(32) NOT NULL,
    [Content] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_appointment_versions] PRIMARY KEY ([AppointmentId], [Version])
);

CREATE TABLE [appointments] (
    [Id] varchar(32) NOT NULL,
    [Key] varchar(64) NOT NULL,
    [System] nvarchar(255) NOT NULL,
    [Value] nvarchar(255) NOT NULL,
    [ValueKey] varchar(64) NOT NULL,
    [Sender] varchar(64) NOT NULL,
    [Version] int NOT NULL,
    [UpdatedAt] bigint NOT NULL,
    [Status] varchar(32) NOT NULL,
    [Start] bigint NOT NULL,
    [End] bigint NOT NULL,
    [Owner] varchar(15) NULL,
    [RegulatorKey] varchar(64) NULL,
    [Fingerprint] varchar(64) NOT NULL,
    [CreatedAs] varchar(64) NOT NULL,
    [OrientationCategory] varchar(32) NULL,
    [VendorVersion] bigint NULL,
    [VendorUpdatedAt] bigint NULL,
    [VendorCreatedAt] bigint NULL,
    [Content] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_appointments] PRIMARY KEY ([Id])
);

CREATE TABLE [counters] (
    [Name] varchar(32) NOT NULL,
    [Value] bigint NOT NULL,
    CONSTRAINT [PK_counters] PRIMARY KEY ([Name])
);

CREATE TABLE [idempotent_answers] (
    [Key] varchar(64) NOT NULL,
    [Body] varchar(64) NOT NULL,
    [OrientationId] varchar(32) NULL,
    [Status] int NOT NULL,
    [Answer] nvarchar(max) NULL,
    [CreatedAt] bigint NOT NULL,
    [ExpiresAt] bigint NOT NULL,
    CONSTRAINT [PK_idempotent_answers] PRIMARY KEY ([Key])
);

CREATE TABLE [identifier_systems] (
    [Key] varchar(64) NOT NULL,
    [System] nvarchar(255) NOT NULL,
    [Sender] varchar(64) NOT NULL,
    [Since] bigint NOT NULL,
    CONSTRAINT [PK_identifier_systems] PRIMARY KEY ([Key])
);

CREATE TABLE [orientation_transitions] (
    [OrientationId] varchar(32) NOT NULL,
    [Number] int NOT NULL,
    [From] varchar(32) NULL,
    [To] varchar(32) NOT NULL,
    [Cause] nvarchar(400) NOT NULL,
    [At] bigint NOT NULL,
    CONSTRAINT [PK_orientation_transitions] PRIMARY KEY ([OrientationId], [Number])
);

CREATE TABLE [orientations] (
    [Id] varchar(32) NOT NULL,
    [Kind] varchar(32) NOT NULL,
    [State] varchar(32) NOT NULL,
    [Version] int NOT NULL,
    [CreatedAt] bigint NOT NULL,
    [ChangedAt] bigint NOT NULL,
    [RegulatorSystem] nvarchar(255) NOT NULL,
    [RegulatorValue] nvarchar(255) NOT NULL,
    [Territory] nvarchar(255) NULL,
    [Owner] varchar(15) NOT NULL,
    [OwnerKind] int NOT NULL,
    [PlaceKey] nvarchar(400) NULL,
    [PostalCode] nvarchar(32) NULL,
    [VendorId] varchar(64) NOT NULL,
    [SlotId] varchar(64) NULL,
    [SlotStart] bigint NULL,
    [SlotEnd] bigint NULL,
    [LeadMinutes] int NULL,
    [HoldReference] nvarchar(400) NULL,
    [ExpiresAt] bigint NULL,
    [AppointmentKey] varchar(64) NULL,
    [AppointmentSystem] nvarchar(255) NULL,
    [AppointmentValue] nvarchar(255) NULL,
    [AppointmentId] varchar(32) NULL,
    CONSTRAINT [PK_orientations] PRIMARY KEY ([Id])
);

CREATE TABLE [outbox] (
    [Id] bigint NOT NULL IDENTITY,
    [Destination] varchar(64) NOT NULL,
    [Stream] varchar(32) NOT NULL,
    [Number] int NOT NULL,
    [Kind] varchar(32) NOT NULL,
    [Payload] nvarchar(max) NOT NULL,
    [CreatedAt] bigint NOT NULL,
    [Attempts] int NOT NULL,
    [DueAt] bigint NULL,
    [LeasedUntil] bigint NULL,
    [ReplayedAt] bigint NULL,
    [DeadAt] bigint NULL,
    [Error] nvarchar(400) NULL,
    CONSTRAINT [PK_outbox] PRIMARY KEY ([Id])
);

CREATE TABLE [preferences] (
    [Owner] varchar(15) NOT NULL,
    [Revision] bigint NOT NULL,
    [ChangedAt] bigint NOT NULL,
    [Content] nvarchar(max) NULL,
    CONSTRAINT [PK_preferences] PRIMARY KEY ([Owner])
);

CREATE TABLE [redirect_links] (
    [Id] varchar(43) NOT NULL,
    [OrientationId] varchar(32) NOT NULL,
    [Target] nvarchar(4000) NOT NULL,
    [ExpiresAt] bigint NOT NULL,
    [UsedAt] bigint NULL,
    CONSTRAINT [PK_redirect_links] PRIMARY KEY ([Id])
);

CREATE TABLE [regulator_deliveries] (
    [RegulatorId] varchar(32) NOT NULL,
    [VendorId] varchar(64) NOT NULL,
    [State] varchar(32) NOT NULL,
    [WantedVersion] int NOT NULL,
    [DeliveredVersion] int NOT NULL,
    [DeliveredActive] bit NOT NULL,
    [System] nvarchar(255) NULL,
    [Value] nvarchar(255) NULL,
    [KnownKey] varchar(64) NULL,
    [KnownSure] bit NOT NULL,
    [Attempts] int NOT NULL,
    [Since] bigint NOT NULL,
    [DueAt] bigint NULL,
    [Claim] varchar(32) NULL,
    [ClaimedUntil] bigint NULL,
    [AttemptedAt] bigint NULL,
    [DeliveredAt] bigint NULL,
    [Error] varchar(32) NULL,
    [ErrorDetail] nvarchar(400) NULL,
    CONSTRAINT [PK_regulator_deliveries] PRIMARY KEY ([RegulatorId], [VendorId])
);

CREATE TABLE [regulator_identifiers] (
    [Key] varchar(64) NOT NULL,
    [System] nvarchar(255) NOT NULL,
    [Value] nvarchar(255) NOT NULL,
    [RegulatorId] varchar(32) NOT NULL,
    [IsCurrent] bit NOT NULL,
    [Since] bigint NOT NULL,
    CONSTRAINT [PK_regulator_identifiers] PRIMARY KEY ([Key])
);

CREATE TABLE [regulators] (
    [Id] varchar(32) NOT NULL,
    [Version] int NOT NULL,
    [UpdatedAt] bigint NOT NULL,
    [Active] bit NOT NULL,
    [System] nvarchar(255) NOT NULL,
    [Value] nvarchar(255) NOT NULL,
    [Family] nvarchar(254) NOT NULL,
    [Given] nvarchar(254) NOT NULL,
    [Email] nvarchar(254) NOT NULL,
    [Content] nvarchar(max) NOT NULL,
    CONSTRAINT [PK_regulators] PRIMARY KEY ([Id])
);

CREATE TABLE [slot_claims] (
    [Key] varchar(64) NOT NULL,
    [OrientationId] varchar(32) NOT NULL,
    [ExpiresAt] bigint NULL,
    CONSTRAINT [PK_slot_claims] PRIMARY KEY ([Key])
);

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Name', N'Value') AND [object_id] = OBJECT_ID(N'[counters]'))
    SET IDENTITY_INSERT [counters] ON;
INSERT INTO [counters] ([Name], [Value])
VALUES ('preferences', CAST(0 AS bigint));
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Name', N'Value') AND [object_id] = OBJECT_ID(N'[counters]'))
    SET IDENTITY_INSERT [counters] OFF;

CREATE UNIQUE INDEX [IX_appointments_Key] ON [appointments] ([Key]);

CREATE INDEX [IX_appointments_Owner] ON [appointments] ([Owner]);

CREATE INDEX [IX_appointments_Start_Id] ON [appointments] ([Start], [Id]);

CREATE INDEX [IX_appointments_UpdatedAt_Id] ON [appointments] ([UpdatedAt], [Id]);

CREATE INDEX [IX_appointments_ValueKey] ON [appointments] ([ValueKey]);

CREATE INDEX [IX_idempotent_answers_ExpiresAt] ON [idempotent_answers] ([ExpiresAt]);

CREATE INDEX [IX_orientations_AppointmentId] ON [orientations] ([AppointmentId]);

CREATE INDEX [IX_orientations_AppointmentKey] ON [orientations] ([AppointmentKey]);

CREATE INDEX [IX_orientations_CreatedAt_Id] ON [orientations] ([CreatedAt], [Id]);

CREATE INDEX [IX_orientations_Owner_CreatedAt] ON [orientations] ([Owner], [CreatedAt]);

CREATE INDEX [IX_orientations_State_ExpiresAt] ON [orientations] ([State], [ExpiresAt]);

CREATE INDEX [IX_outbox_DeadAt] ON [outbox] ([DeadAt]);

CREATE INDEX [IX_outbox_Destination_DueAt] ON [outbox] ([Destination], [DueAt]);

CREATE UNIQUE INDEX [IX_outbox_Destination_Stream_Number] ON [outbox] ([Destination], [Stream], [Number]);

CREATE UNIQUE INDEX [IX_preferences_Revision] ON [preferences] ([Revision]);

CREATE INDEX [IX_redirect_links_ExpiresAt] ON [redirect_links] ([ExpiresAt]);

CREATE INDEX [IX_redirect_links_OrientationId] ON [redirect_links] ([OrientationId]);

CREATE INDEX [IX_regulator_deliveries_DueAt] ON [regulator_deliveries] ([DueAt]);

CREATE INDEX [IX_regulator_deliveries_VendorId_KnownKey] ON [regulator_deliveries] ([VendorId], [KnownKey]);

CREATE INDEX [IX_regulator_identifiers_RegulatorId] ON [regulator_identifiers] ([RegulatorId]);

CREATE INDEX [IX_slot_claims_OrientationId] ON [slot_claims] ([OrientationId]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261122180000_KeepBookings', N'*');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [regulator_deliveries] ADD [Trace] varchar(55) NULL;

ALTER TABLE [outbox] ADD [Trace] varchar(55) NULL;

CREATE TABLE [audit] (
    [Number] bigint NOT NULL,
    [Format] int NOT NULL,
    [At] bigint NOT NULL,
    [Kind] varchar(32) NOT NULL,
    [Caller] varchar(64) NOT NULL,
    [Roles] varchar(64) NULL,
    [Interaction] varchar(32) NULL,
    [Method] varchar(16) NULL,
    [Route] varchar(200) NULL,
    [Entity] varchar(160) NULL,
    [Vendor] varchar(64) NULL,
    [Status] int NULL,
    [Refusal] varchar(32) NULL,
    [TraceId] varchar(32) NULL,
    [Count] int NOT NULL,
    [Detail] varchar(400) NULL,
    [KeyId] varchar(16) NULL,
    [Previous] varchar(64) NOT NULL,
    [Hash] varchar(64) NOT NULL,
    CONSTRAINT [PK_audit] PRIMARY KEY ([Number])
);

CREATE TABLE [audit_chain] (
    [Id] int NOT NULL,
    [Number] bigint NOT NULL,
    [Hash] varchar(64) NOT NULL,
    [RemovedTo] bigint NOT NULL,
    [RemovedHash] varchar(64) NOT NULL,
    CONSTRAINT [PK_audit_chain] PRIMARY KEY ([Id])
);

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number', N'RemovedHash', N'RemovedTo') AND [object_id] = OBJECT_ID(N'[audit_chain]'))
    SET IDENTITY_INSERT [audit_chain] ON;
INSERT INTO [audit_chain] ([Id], [Hash], [Number], [RemovedHash], [RemovedTo])
VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', CAST(0 AS bigint), '0000000000000000000000000000000000000000000000000000000000000000', CAST(0 AS bigint));
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Number', N'RemovedHash', N'RemovedTo') AND [object_id] = OBJECT_ID(N'[audit_chain]'))
    SET IDENTITY_INSERT [audit_chain] OFF;

CREATE INDEX [IX_audit_At] ON [audit] ([At]);

EXEC(N'CREATE TRIGGER [audit_append_only] ON [audit] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM inserted) OR EXISTS (SELECT 1 FROM deleted WHERE [Number] > (SELECT [RemovedTo] FROM [audit_chain] WHERE [Id] = 1))
        THROW 51000, ''the audit is append-only'', 1;
END');

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130120000_KeepAudit', N'*');

COMMIT;
GO

