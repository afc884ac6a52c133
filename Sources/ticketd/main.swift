import Platform

System.exit(CommandLineTool(arguments: System.arguments).run())
