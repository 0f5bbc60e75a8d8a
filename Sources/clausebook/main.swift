import Commands

await Clausebook.run()
