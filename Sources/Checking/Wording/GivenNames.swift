/// Given names in use; those that are words, months or places as often as names are left out.
let givenNames: Set<String> = wordList(
  """
  aaron abdul abdullah abigail abraham adam adele adrian agnes ahmed aidan aisha alan alasdair albert alec alex
  alexander alexandra alfie ali alice alison alistair amanda amelia amina amir amit amy ananya andrea andrew angela
  angus anita ann anna anne annette anthony antonia antony anya archie arjun arthur ashley audrey barbara barry
  beatrice becky belinda ben benjamin bernadette bernard beth bethany beverley brenda brian bridget bruce bryan
  callum cameron carl carla carol caroline carolyn catherine cathy cecilia charles charlie charlotte cheryl chloe
  chris christina christine christopher claire clara clive colin connor craig cynthia damian daniel danielle darren
  david debbie deborah deepak denise dennis derek diana diane dominic donald donna doreen dorothy douglas duncan
  dylan eamonn eddie edith edmund edward eileen elaine eleanor elena elizabeth ella ellen ellie emily emma eric
  erica esther ethan eva evelyn ewan fatima felicity fiona freddie frederick gareth gary gavin gemma geoff geoffrey
  george georgina gerald geraldine gerard giles gill gillian glenda glenn gloria gordon graham greg gregory gurpreet
  gwen hannah harold harriet harry hassan hayley hazel heather helen helena henry hilary hilda howard hugh hugo
  hussein iain ian ibrahim imran irene isaac isabel isabella isla jacob jacqueline jacqui jake james jamie jan jane
  janet janice jasmine jason javier jayne jean jeffrey jenna jennifer jenny jeremy jerome jessica jill jim joan
  joanna joanne jodie joe joel john jonathan joseph josephine josh joshua joyce juan jude judith judy julia julian
  julie juliet justin kamal karen karl kate katherine kathleen kathryn kathy katie katy keith kelly ken kenneth
  kerry kevin khadija kieran kim kirsten kirsty kristina kwame laura lauren laurence lawrence leah lee leigh leo
  leon leona leonard lesley leslie lewis liam lillian linda lindsay lisa liz lloyd lorna lorraine louise lucy luke
  lydia lynda lynn lynne madeleine maggie malcolm mandy marcus margaret maria marian marie marilyn marion marjorie
  marlene martha martin martine martyn mary mateusz matthew maureen maurice megan mehmet melanie melissa michael
  michelle miriam mohamed mohammad mohammed moira molly monica morag muhammad muriel mustafa myra nadia nancy naomi
  natalie natasha nathan neil nicholas nick nicola nicole nigel nina noah nora norman olga oliver olivia olu omar
  oscar owen pamela patricia patrick paul paula pauline peggy peter phil philip philippa phillip phoebe phyllis
  polly priya rachael rachel raj rajesh ralph rania raymond rebecca reginald rhys richard riya robert roger roland
  ronald rory rosalind rosemary rosie ross roxanne roy rupert russell ruth ryan sally sam samantha samir samuel
  sandra sanjay sara sarah scott sean sebastian shabnam shaun sheila shirley simon sofia sonia sophia sophie stacey
  stella stephanie stephen steve steven stuart sue sunita susan susannah suzanne sybil sylvia tamara tanya tariq
  tasha ted terence teresa theo theresa thomas tim timothy tina toby tom tony tracey tracy trevor ursula valerie
  vanessa vera verity veronica vikram vincent vivien walter wayne wendy wilfred william winifred yasmin yusuf yvette
  yvonne zainab zara zoe
  """)
