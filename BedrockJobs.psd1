@{
    RootModule             = 'BedrockJobs.dll'
    # The loader runs first. It registers where the part with the AWS SDK is loaded from.
    NestedModules          = @('BedrockJobs.Loader.dll')
    ModuleVersion          = '1.0.0'
    GUID                   = 'b7c7f0d6-5a3e-4c39-9a55-2c5d5a0d7b41'
    Author                 = 'The BedrockJobs authors'
    CompanyName            = 'The BedrockJobs authors'
    Copyright              = 'Copyright (c) The BedrockJobs authors. Licensed under Apache-2.0.'
    Description            = 'Lists, inspects, waits for, and stops Amazon Bedrock model customization jobs. Filters combine, paging is automatic, errors say what to do, and the module keeps its AWS SDK apart from that of other modules.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('BedrockJobs.Format.ps1xml')
    TypesToProcess         = @('BedrockJobs.Types.ps1xml')
    CmdletsToExport        = @('Get-BdrCustomizationJob', 'Stop-BdrCustomizationJob', 'Wait-BdrCustomizationJob')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('AWS', 'Amazon', 'Bedrock', 'AI', 'ModelCustomization', 'FineTuning', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows')
            ProjectUri   = 'https://github.com/bedrockjobs/bedrockjobs'
            LicenseUri   = 'https://github.com/bedrockjobs/bedrockjobs/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/bedrockjobs/bedrockjobs/main/docs/images/icon.png'
            ReleaseNotes = 'https://github.com/bedrockjobs/bedrockjobs/blob/main/CHANGELOG.md'
        }
    }
}
