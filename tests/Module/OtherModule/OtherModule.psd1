@{
    RootModule         = 'OtherModule.psm1'
    ModuleVersion      = '1.0.0'
    GUID               = '0c0f6f5e-2a36-4f0e-8a2c-6d3c1f6f4f0b'
    Author             = 'The BedrockJobs authors'
    Description        = 'Stands for a module that brings an AWS SDK of its own, in the way of AWS''s modules.'
    # Loaded into the load context of the session. The test copies them to this folder.
    RequiredAssemblies = @('AWSSDK.Core.dll', 'AWSSDK.SecurityToken.dll')
    FunctionsToExport  = @('Get-OtherIdentity')
    CmdletsToExport    = @()
    AliasesToExport    = @()
    VariablesToExport  = @()
}
