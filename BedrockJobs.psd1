@{
    RootModule             = 'BedrockJobs.dll'
    # The loader runs first. It registers where the part with the AWS SDK is loaded from.
    NestedModules          = @('BedrockJobs.Loader.dll')
    ModuleVersion          = '0.1.0'
    GUID                   = 'b7c7f0d6-5a3e-4c39-9a55-2c5d5a0d7b41'
    Author                 = 'The BedrockJobs authors'
    CompanyName            = 'The BedrockJobs authors'
    Copyright              = 'Copyright (c) The BedrockJobs authors. Licensed under Apache-2.0.'
    Description            = 'See and steer Amazon Bedrock model-customization jobs: filter, sort and page through them without noticing the paging.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('BedrockJobs.Format.ps1xml')
    CmdletsToExport        = @('Get-BdrCustomizationJob', 'Stop-BdrCustomizationJob', 'Wait-BdrCustomizationJob')
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('AWS', 'Amazon', 'Bedrock', 'AI', 'ModelCustomization', 'FineTuning', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
