const families = (languages: string, given: string, family: string) => ({
  languages: languages.split(' '),
  given: given.split(', '),
  family: family.split(', '),
});

/** Given and family names that are heard together, with the languages their bearers are likely to speak. All people are invented. */
export const nameFamilies = [
  families(
    'da en',
    'Mette, Søren, Karen, Jens, Lone, Rasmus, Pernille, Mads, Signe, Torben, Line, Esben',
    'Kirkegaard, Vestergaard, Brøndum, Skou, Lauritsen, Damsgaard, Ravn, Bendtsen, Toft, Østergaard',
  ),
  families(
    'da en',
    'Ida, Anders, Camilla, Jeppe, Birthe, Kasper, Helle, Nikolaj, Tove, Mikkel',
    'Winther, Nørgaard, Hald, Bech, Krogh, Storm, Mølgaard, Fabricius',
  ),
  families('nb en', 'Kari, Eirik, Silje, Torbjørn, Randi, Sindre, Marte, Odd', 'Fjellstad, Nygård, Myhre, Strand, Aasen, Lien, Sandvik'),
  families(
    'de en',
    'Ulrike, Matthias, Heike, Florian, Sabine, Thorsten, Jana, Dieter, Carina, Lukas',
    'Reinhardt, Vogelsang, Schuster, Krämer, Lindner, Hofstätter, Baumann, Ziegler, Wolfsberger, Dorn',
  ),
  families(
    'de',
    'Monika, Franz, Elfriede, Hannes, Petra, Georg, Simone, Alois',
    'Egger, Gruber, Moosbrugger, Haslinger, Leitner, Trattnig',
  ),
  families(
    'pl en',
    'Marek, Joanna, Paweł, Zofia, Grzegorz, Halina, Krzysztof, Beata, Wojciech',
    'Kaczmarek, Olszewska, Mazur, Pawlak, Sikora, Wróbel, Jabłońska, Górski',
  ),
  families('tr de en', 'Ayşe, Emre, Gülsen, Cem, Derya, Hakan, Selin', 'Demirci, Korkmaz, Aydın, Öztürk, Polat, Şimşek'),
  families('pt en', 'Inês, Duarte, Catarina, Nuno, Beatriz, Tiago, Marta', 'Figueiredo, Lourenço, Pacheco, Valente, Moura, Seabra'),
  families('es en', 'Alejandra, Iker, Rocío, Gonzalo, Nerea, Julián, Pilar', 'Etxeberria, Castaño, Robledo, Villar, Mendizábal, Ocaña'),
  families(
    'en',
    'Niamh, Callum, Rhiannon, Duncan, Orla, Gareth, Fiona, Ewan',
    'Mackenzie, Pritchard, Gallagher, Fraser, O’Dowd, Llewellyn',
  ),
  families('en ig', 'Chiamaka, Obinna, Ngozi, Tunde, Folake, Ifeanyi', 'Adeyemi, Nwosu, Okafor, Balogun, Eze-Nwankwo'),
  families('en fr', 'Akosua, Kofi, Aminata, Moussa, Fatoumata, Yaw', 'Boateng, Diallo, Traoré, Owusu, Kouyaté'),
  families('ta en', 'Lakshmi, Karthik, Anjali, Suresh, Meenakshi, Vivek, Kavya', 'Subramaniam, Iyer, Venkatesan, Pillai, Krishnan'),
  families('hi en', 'Neha, Rohan, Sunita, Arjun, Pooja, Manish', 'Sharma, Deshpande, Bhattacharya, Kulkarni, Chauhan'),
  families('vi en', 'Lan, Quang, Hương, Dũng, Mai, Khoa', 'Phạm, Lê, Đặng, Hoàng, Bùi'),
  families('zh en', 'Xiaoyan, Wei, Jing, Haoran, Yun', 'Chen, Lin, Gao, Tang, Shen'),
  families('ja en', 'Haruka, Daisuke, Yuko, Satoshi', 'Nakagawa, Fujimoto, Hayashi, Ishikawa'),
  families('ar fr en', 'Samira, Youssef, Khadija, Tarek, Rania, Bilal', 'Cherkaoui, Haddadi, Mansour, Zerouali, Khoury'),
  families('uk en', 'Oksana, Taras, Iryna, Bohdan, Olena', 'Kovalenko, Shevchuk, Melnyk, Hrytsenko'),
  families('ro en', 'Ioana, Radu, Simona, Mihai', 'Dumitrescu, Ionescu, Munteanu, Stoica'),
  families('fi en', 'Aino, Juhani, Päivi, Mikko', 'Korhonen, Lehtinen, Rautio, Heikkilä'),
  families('it en', 'Chiara, Davide, Federica, Lorenzo, Silvia', 'Bianchetti, Moretti, Galli, Santoro'),
] as const;
