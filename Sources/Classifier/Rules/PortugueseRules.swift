/// What Portuguese-speaking customers write, in Brazil and in Portugal. Terms are without accents.
let portugueseRules = """
    billing.dinheiro.pt | 3.4 | fatura*, factura*, reembols*, estorn*, cobranca*, cobrad*, cobraram, cobrar*, dinheiro, debitad*, debito, boleto, nota fiscal, cobrado duas vezes, devolucao do, extrato, recibo, divida, transferencia bancaria, segunda via, vencimento, cobranca indevida, devolvido, devolver o valor, valor cobrado,
        valor pago, reembolsado, estornado, multa, juros, conta de luz, conta de agua, mensalidades, nota de credito, extracto, debitaram, cobram, pagamento duplicado
    billing.preco.pt | 2.4 | pagamento*, pagar, paguei, preco*, assinatura, mensalidade, cartao de credito, prestacoes, parcelas, taxa, taxas, iva, desconto, custa, custo, pix, tarifa, multibanco | codigo de desconto, cupom, cupons, lista de precos
    technical_support.falha.pt | 3.2 | nao funciona*, erro, erros, falha, travou, trava, travando, fora do ar, nao abre, nao carrega, bloquead*, fecha sozinh*, nao liga, nao conecta, nao responde, nao sincroniza, nao imprime, lento, lenta, caiu, deu erro, problema tecnico, problema com, ja nao e reconhecid*, nao reconhece,
        tela preta, ecra preto, pagina em branco, nao recebo, hackead*, virus, avariad*, deixou de funcionar, parou de funcionar, indisponivel, instavel, sem internet, sem sinal, sem rede, nao chega, nao chegam, nao envia, nao consigo abrir, nao consigo enviar, nao consigo baixar, nao consigo descarregar, nao consigo carregar,
        nao da para, mensagem de erro, da erro, desliga sozinh*, reinicia sozinh*, pisca, desapareceu, sumiu, sumiram, cartao recusado, engoliu o cartao, reteve o cartao, muito lento, muito lenta, caindo, cai toda
        | erro de digitacao, cupom, vale presente, gralha
    technical_support.acesso.pt | 3.0 | nao consigo entrar, nao consigo acessar, nao consigo aceder, nao consigo iniciar, senha, palavra passe, iniciar sessao, login, codigo de verificacao, pin, desbloquear, acesso negado, esqueci a senha, esqueci minha senha, recuperar a senha, recuperacao, email de recuperacao, redefinir
    technical_support.aparelho.pt | 1.4 | impressora, aplicativo, aplicacao, app, programa, software, computador, roteador, router, wifi, rede, servidor, tela, ecra, atualizacao, reiniciei, reiniciar, navegador, ficheiro, arquivo, sincronizacao
    site_edit.pagina.pt | 2.8 | pagina inicial, pagina de contato, pagina de contatos, pagina de contactos, no site, do site, nosso site, da pagina, na pagina, pagina web, link quebrado, titulo, cabecalho, rodape, botao, gralha, erro de digitacao, erro ortografico, banner, galeria, logotipo, menu
        | fora do ar, nao carrega, nao abre, aparece um erro
    site_edit.mudar.pt | 2.0 | mudar o texto, alterem, alterar o, atualizar a pagina, atualizem, trocar a foto, trocar a imagem, substituir, substituam, remover a, removam, retirar a, adicionar o, adicionar uma, adicionem, publicar, publiquem, corrigir, corrijam, horario, foto, imagem, texto, em anexo, tirem, tirar do site,
        do site ja, retirem, coloquem, colocar no site, ponham, por no site, no nosso site, na pagina inicial, atualizar os precos, novos precos, corrigir o endereco, modificar, modifiquem
        | conta, perfil, curriculo, senha, qual o horario, pontos, fatura, app, pedido
    question.como.pt | 2.2 | como posso, como faco, como, quanto tempo, quanto, quantos, gostaria de saber, queria saber, uma pergunta, uma duda, uma duvida, e possivel, onde encontro, onde, quando chega, quando, entregam, entrega, envio, enviam, garantia, tem em, voces tem, tem como, qual e, quais sao, diferenca entre, manual,
        tamanho, meu pedido, minha encomenda, encomenda, rastrear, aceitam, qual o prazo, prazo para, prazo, ate quando, ate que horas, que horas, que documentos, quais documentos, preciso de, o que preciso, posso trocar, trocar um produto, tamanho errado, posso levar, e permitido, disponivel, em estoque, em stock, tamanhos,
        rastreio, agendar, marcar, recomendam, alguem sabe, quanto custa, horario de funcionamento, abrem, fecham
        | cupom, pontos, resgat*, reembols*
    question.frase.pt | 0.8 | ^ como, ^ onde, ^ quando, ^ qual, ^ quanto, ^ quais, ^ posso, ^ voces, ^ ha, ^ tem
    account.conta.pt | 3.4 | minha conta, meu perfil, excluir minha conta, apagar conta, apagar a minha, excluir a minha, encerrar minha conta, fechar a conta, mudar meu email, mudar o e mail, mudar o email, meus dados, dados pessoais, sobrenome, apelido, meu nome, meu endereco, minha morada, nome de usuario,
        nome de utilizador, meu telefone, lgpd, rgpd, me mudei, cadastro, alterar o meu nome, alterar meu nome, alterar o meu, nome de, mudar meu numero, meu numero de telefone, novo endereco, nova morada, mudanca de endereco, data de nascimento, excluir o usuario, eliminar o utilizador, adicionar um usuario, novo utilizador,
        permissoes, atualizar meus dados, cancelar minha conta, encerrar a conta, apagar os meus dados, reativar minha conta, telefone do meu, do meu cadastro, meu cadastro, atualizar cadastro, mudar a senha e
        | cobrad*, debitad*, nao consigo entrar, senha, bloquead*
    redemption.cupom.pt | 4.4 | resgat*, cupom, cupons, cupao, vale presente, cartao presente, codigo promocional, codigo de desconto, codigo de ativacao, meus pontos, pontos de fidelidade, pontos por, recompensa*, premio, premios, vale oferta, o vale, vale que, vale compras, vale desconto, milhas, pontos, cartao fidelidade,
        programa de fidelidade, cashback, codigo invalido, codigo expirado, cartao oferta
        | voce ganhou, sorteio
    other.outro.pt | 3.2 | reclamacao, reclamar, falar com, atendente, sugestao, sugestoes, elogi*, agradecer, parabens, curriculo, vaga, emprego, estagio, piada, voce ganhou, sorteio, loteria, comportamento, mal educad*, humano, newsletter, cancelar a inscricao, jornalista, parceria, ausente, fora do escritorio, opiniao,
        muito bem recebid*, bem atendid*, obrigado por tudo, obrigada por tudo, otimo atendimento, excelente atendimento, grosseir*, patrocin*, entrevista, convite, barulho, objeto perdido, perdi na vossa, pessoa de verdade, falar com uma pessoa, falar com alguem
        | fale connosco
    priority.high.pt | 1.0 | urgente, com urgencia, o mais rapido, quanto antes, imediatamente, duas vezes, inaceitavel, bloqueada, para hoje, ate amanha | nao e urgente, sem pressa
    priority.urgent.queda.pt | 1.0 | tudo fora do ar, ninguem consegue, tudo parado, producao parada, todos os clientes, vazamento de dados, perda de dados, hackead*
    priority.low.pt | 1.2 | nao e urgente, sem pressa, quando puderem, quando tiverem tempo
    tag.angry.pt | 1 | inaceitavel, vergonha, furios*, terceira vez, decepcionad*, desiludid*, ridiculo, absurdo, fart*, pessimo, pessima
    tag.legal.pt | 1 | advogado, advogada, processo judicial, tribunal, processar, procon, acao judicial, lgpd, rgpd, denuncia
    tag.security.pt | 1 | hackead*, invadid*, vazamento, virus, phishing, roubad*, roubo, fraude, golpe
    tag.payment-dispute.pt | 1 | cobrado duas vezes, cobrada duas vezes, duas vezes, cobranca indevida, nao autorizei, nao autorizada, nao reconheco, fraude, contestar, golpe
    tag.change-request.pt | 1 | por favor alterem, alterar o, mudar o, mudar meu, excluir minha, excluir a minha, apagar a minha, cancelar minha, cancelar a, atualizar o, trocar a foto, removam
    """
